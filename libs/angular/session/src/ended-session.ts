import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { carriedBy, carrying, isReplaced, RENEWS } from './carried-token';
import { type Problem, problemOf } from './problem';
import { Session } from './session';

/**
 * What another token may help against: the one that was sent has expired; a new key, or another program's storage, left it behind;
 * or the browser lost its cookie, and perhaps not the refresh token's.
 */
const EXCHANGED = new Set(['token_expired', 'token_invalid', 'token_malformed', 'token_missing']);

/**
 * A 401 about the token that was sent: it is exchanged once and the request sent once more, but never as somebody else. A session
 * that is over, or whose new token is refused as well, is ended. No network and a 5xx keep it.
 */
export const endedSession: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const sent = carriedBy(request);
  const again = (token: string) =>
    next(carrying(request, token)).pipe(
      catchError((error: unknown) => {
        const code = refusalIn(error);
        if (code && code !== 'token_expired') session.ended(token, code);
        return throwError(() => error);
      }),
    );
  return next(request).pipe(
    catchError((error: unknown) => {
      const code = refusalIn(error);
      if (sent && code === 'session_revoked') session.ended(sent, code);
      if (!sent || !code || code === 'session_revoked' || request.context.get(RENEWS)) return throwError(() => error);
      return from(sent === session.held() ? session.refresh() : Promise.resolve()).pipe(
        switchMap(() => {
          const token = session.held();
          return !token || token === sent || isReplaced(sent, token) ? throwError(() => error) : again(token);
        }),
      );
    }),
  );
};

/** Why the token was refused; undefined where it was not. */
function refusalIn(error: unknown): Problem['code'] | undefined {
  if (!(error instanceof HttpErrorResponse && error.status === 401)) return undefined;
  const { code } = problemOf(error);
  return code === 'session_revoked' || EXCHANGED.has(code) ? code : undefined;
}
