import { z } from 'zod';

const EXAMPLE = 'https://app.example.com';
const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;

/** An origin as browsers spell it in `Origin` (RFC 6454 §6.2): small letters, no default port, no slash. What can never match is refused. */
export const origin = z.string().transform((text, context) => {
  const wrong = problemOf(text);
  if (!wrong) return spelt(new URL(text));
  context.addIssue({ code: 'custom', message: wrong });
  return z.NEVER;
});

function problemOf(text: string): string | undefined {
  if (text === '*' || text === 'null') return `must list exact origins, such as ${EXAMPLE}`;
  if (text.includes('*')) return `has no wildcards: list every origin, such as ${EXAMPLE}`;
  if (!scheme.test(text)) return `has an entry without a scheme: write ${EXAMPLE}`;
  if (!URL.canParse(text)) return `has an entry that is no address: write ${EXAMPLE}`;
  const { host, pathname, search, hash, username, password } = new URL(text);
  if (!host || username || password) return `needs a scheme and a host, and no user: ${EXAMPLE}`;
  if (!['', '/'].includes(pathname) || search || hash)
    return `has an entry with a path: an origin ends with its host or port, ${EXAMPLE}`;
  return undefined;
}

/** Apps have schemes of their own (capacitor://localhost), for which URL knows no origin. */
const spelt = ({ origin, protocol, host }: URL): string =>
  origin === 'null' ? `${protocol}//${host}`.toLowerCase() : origin;
