import { z } from 'zod';

const EXAMPLE = 'https://login.example.com';

/** The origin under which people reach the site, as a browser spells it. What else stands in an address is refused: nothing reads it. */
export const publicUrl = z.string().transform((text, context) => {
  const wrong = problemOf(text);
  if (!wrong) return new URL(text).origin;
  context.addIssue({ code: 'custom', message: wrong });
  return z.NEVER;
});

function problemOf(text: string): string | undefined {
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return `needs a scheme and a host: write ${EXAMPLE}`;
  const { pathname, search, hash, username, password } = new URL(text);
  if (username || password) return `has a user or a password, which nobody is asked for: write ${EXAMPLE}`;
  if (pathname !== '/')
    return `has a path, and the site is served at the root of its host: give it a host of its own, such as ${EXAMPLE}`;
  if (search || hash || /[?#]/.test(text)) return `has something behind the host: write ${EXAMPLE}`;
  return undefined;
}
