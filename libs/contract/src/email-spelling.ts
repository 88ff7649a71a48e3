/** The longest address SMTP can carry, and what may stand before its @ (RFC 5321 §4.5.3.1). */
export const EMAIL_MAX = 254;
const LOCAL_MAX = 64;

/** A dot-atom (RFC 5322 §3.2.3): all that needs no quotes. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** Names of hosts with a dot, since one alone is no address outside its own network (RFC 5321 §2.3.5). */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** What a URL would take for its own: it has more than a host. */
const NO_HOST = /[\s/\\?#@:%[\]]/;

// Of Node and of every browser; this library is compiled without the types of either.
declare const URL: new (address: string) => { hostname: string };

/**
 * The one spelling in which an address is stored and compared, lower case and in ASCII: a domain in any script becomes the name
 * that DNS has for it (UTS 46). Undefined where it is no address. Before the @ no more than ASCII is taken: mail to other letters
 * reaches few servers (RFC 6531), and nobody says which of them are alike.
 */
export function emailSpelling(typed: string): string | undefined {
  const address = typed.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = domainSpelling(address.slice(at + 1));
  if (!LOCAL.test(local) || local.length > LOCAL_MAX || domain === undefined) return undefined;
  const spelled = `${local.toLowerCase()}@${domain}`;
  return spelled.length <= EMAIL_MAX ? spelled : undefined;
}

function domainSpelling(domain: string): string | undefined {
  if (NO_HOST.test(domain)) return undefined;
  try {
    const { hostname } = new URL(`http://${domain}`);
    return DOMAIN.test(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}
