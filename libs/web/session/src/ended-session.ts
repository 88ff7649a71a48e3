import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { Session } from './session';
import { problemOf } from './problem';

const ENDS = new Set(['token_invalid', 'token_expired', 'token_malformed', 'session_revoked']);

/** Signs out on a 401 about the token that was sent. No network and a 5xx keep the session. */
export const endedSession: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const token = request.headers.get('Authorization')?.slice('Bearer '.length);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (!token || !(error instanceof HttpErrorResponse) || error.status !== 401) return;
        const { code } = problemOf(error);
        if (ENDS.has(code)) session.ended(token, code);
      },
    }),
  );
};
