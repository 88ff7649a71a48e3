import { originOf } from './origin-of';
import { addressesOf, type PageAddresses } from './page-addresses';

const HERE = 'https://this.site';
const DOORS = /^\/(login|register)(\/|\?|#|$)/;

/** `value` where it is a path of this site that one may be sent to after signing in, else `home` (ASVS 3.7.2). */
export function safeReturnUrl(
  value: string | null | undefined,
  { login, home }: Pick<PageAddresses, 'login' | 'home'> = addressesOf({}),
): string {
  const isGood = (path: string) => isOwnPath(path) && path.split(/[?#]/, 1)[0] !== login;
  return value && [value, decoded(value)].every(isGood) ? value : home;
}

function isOwnPath(path: string): boolean {
  if (!/^\/(?![/\\])/.test(path) || /[\\\p{Cc}]/u.test(path) || DOORS.test(path)) return false;
  return originOf(path, HERE) === HERE && !path.split(/[?#]/, 1)[0]?.includes('//');
}

/** What the path is after every decoding that may still happen to it; nothing that is allowed where it cannot be decoded. */
function decoded(value: string): string {
  try {
    const once = decodeURIComponent(value);
    return once === value ? once : decoded(once);
  } catch {
    return '';
  }
}
