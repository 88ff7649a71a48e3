import { HttpContext, HttpContextToken, type HttpRequest } from '@angular/common/http';

const CARRIED = new HttpContextToken<string | null>(() => null);
/** True for a request whose answer brings new tokens: no exchange may be under way beside it, neither before nor because of it. */
export const RENEWS = new HttpContextToken<boolean>(() => false);
export const entryOf = (token?: string | null): string | undefined => /^cookie (\S+)/.exec(token ?? '')?.[1];

/**
 * What this browser keeps in place of a token that the server put into a cookie, where no script can read it: worth nothing, and
 * never the same twice. First comes the user's id, the same in all tabs and through all exchanges; then the exchange's number.
 */
export const standIn = (userId: string | number = Math.random()): string => `cookie ${userId} ${Math.random()}`;
export const isStandIn = (token: string | null): boolean => !!entryOf(token);

/** True where both are there, and not of the same person. */
export const isReplaced = (one: string | null, other: string | null): boolean =>
  !!one && !!other && one !== other && ownerOf(one) !== ownerOf(other);

/** What one person's stand-ins share, a JWT's `sub` (RFC 7519 §4.1.2), or undefined. */
function ownerOf(token: string): unknown {
  try {
    return entryOf(token) ?? JSON.parse(atob(`${token.split('.')[1]}`.replace(/-/g, '+').replace(/_/g, '/'))).sub;
  } catch {
    return undefined;
  }
}

/** The request with its token: as a bearer token or, where that lies in a cookie, with cookies and as the JSON that the server asks for. */
export function carrying<T>(request: HttpRequest<T>, token: string): HttpRequest<T> {
  const context = copyOf(request.context).set(CARRIED, token);
  if (!isStandIn(token)) return request.clone({ context, setHeaders: { Authorization: `Bearer ${token}` } });
  const setHeaders: Record<string, string> = request.body === null ? { 'Content-Type': 'application/json' } : {};
  return request.clone({ context, setHeaders, withCredentials: true });
}

/** A context of its own: who made the request may make it again with the same one, as httpResource does when it reloads. */
function copyOf(context: HttpContext): HttpContext {
  const copy = new HttpContext();
  for (const key of context.keys()) copy.set(key, context.get(key));
  return copy;
}

/** The token that a request was sent with, or what stands in for it. */
export const carriedBy = ({ context }: HttpRequest<unknown>): string | null => context.get(CARRIED);
