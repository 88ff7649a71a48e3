import { type HttpEvent, type HttpHandlerFn, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { from, type Observable, switchMap } from 'rxjs';
import { Api } from './api-origin';
import { Session } from './session';

/** The calls that bring tokens; they need none, and must not wait for each other. */
const DOORS = /\/auth\/(login|register|refresh|logout)$/;

/**
 * Adds the token to requests that go to the API, and to no other (CVE-2025-66035 was such a leak). While the token is being
 * exchanged they wait for the new one.
 */
export const bearerToken: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  if (DOORS.test(request.url) || !inject(Api).owns(request.url)) return next(request);
  const exchange = session.settled();
  if (!exchange) return withToken(request, next, session.token());
  return from(exchange).pipe(switchMap(() => withToken(request, next, session.token())));
};

function withToken(
  request: HttpRequest<unknown>,
  next: HttpHandlerFn,
  token: string | null,
): Observable<HttpEvent<unknown>> {
  return next(token ? request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }) : request);
}
