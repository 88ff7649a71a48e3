import { HttpContextToken, type HttpRequest } from '@angular/common/http';

const CARRIED = new HttpContextToken<string | null>(() => null);
const MARK = 'cookie ';

/**
 * What this browser keeps in place of a token that the server put into a cookie, where no script can read it: worth nothing, and
 * never the same twice. The first number is the sign-in's, and stays through its exchanges; the second is the exchange's.
 */
export const standIn = (before?: string): string => `${MARK}${before?.split(' ')[1] ?? Math.random()} ${Math.random()}`;
export const isStandIn = (token: string): boolean => token.startsWith(MARK);

/** True where both stand for tokens in cookies, of which the browser has one set, and of two sign-ins. */
export const isReplaced = (one: string, other: string): boolean =>
  isStandIn(one) && isStandIn(other) && one.split(' ')[1] !== other.split(' ')[1];

/** The request with its token: as a bearer token or, where that lies in a cookie, with cookies and as the JSON that the server asks for. */
export function carrying<T>(request: HttpRequest<T>, token: string): HttpRequest<T> {
  const context = request.context.set(CARRIED, token);
  if (!isStandIn(token)) return request.clone({ context, setHeaders: { Authorization: `Bearer ${token}` } });
  const setHeaders: Record<string, string> = request.body === null ? { 'Content-Type': 'application/json' } : {};
  return request.clone({ context, setHeaders, withCredentials: true });
}

/** The token that a request was sent with, or what stands in for it. */
export const carriedBy = ({ context }: HttpRequest<unknown>): string | null => context.get(CARRIED);
