import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { problemOf } from './problem';
import { Session } from './session';

const ENDS = new Set(['token_invalid', 'token_malformed', 'session_revoked']);

/**
 * A 401 about the token that was sent: an expired one is exchanged and the request sent once more, any other ends the session.
 * No network and a 5xx keep it.
 */
export const endedSession: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const sent = request.headers.get('Authorization')?.slice('Bearer '.length);
  const codeOf = (error: unknown) =>
    error instanceof HttpErrorResponse && error.status === 401 ? problemOf(error).code : undefined;
  return next(request).pipe(
    catchError((error: unknown) => {
      const code = codeOf(error);
      if (!sent || !code || request.url.endsWith('/auth/logout')) return throwError(() => error);
      if (ENDS.has(code)) session.ended(sent, code);
      if (code !== 'token_expired') return throwError(() => error);
      return from(sent === session.token() ? session.refresh() : Promise.resolve()).pipe(
        switchMap(() => {
          const token = session.token();
          if (!token || token === sent) return throwError(() => error);
          return next(request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }));
        }),
      );
    }),
  );
};
