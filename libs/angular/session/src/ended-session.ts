import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { carriedBy, carrying, isReplaced } from './carried-token';
import { problemOf } from './problem';
import { Session } from './session';

const ENDS = new Set(['token_invalid', 'token_malformed', 'session_revoked']);
/** A token in a cookie can be missing: the browser lost it, and perhaps not the refresh token's. */
const EXCHANGED = new Set(['token_expired', 'token_missing']);

/**
 * A 401 about the token that was sent: an expired one is exchanged and the request sent once more, but never as somebody else;
 * any other ends the session. No network and a 5xx keep it.
 */
export const endedSession: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const sent = carriedBy(request);
  const codeOf = (error: unknown) =>
    error instanceof HttpErrorResponse && error.status === 401 ? problemOf(error).code : undefined;
  return next(request).pipe(
    catchError((error: unknown) => {
      const code = codeOf(error);
      if (!sent || !code) return throwError(() => error);
      if (ENDS.has(code)) session.ended(sent, code);
      if (!EXCHANGED.has(code)) return throwError(() => error);
      return from(sent === session.held() ? session.refresh() : Promise.resolve()).pipe(
        switchMap(() => {
          const token = session.held();
          return !token || token === sent || isReplaced(sent, token)
            ? throwError(() => error)
            : next(carrying(request, token));
        }),
      );
    }),
  );
};
