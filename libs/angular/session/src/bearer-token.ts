import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { from, switchMap, throwError } from 'rxjs';
import { Api } from './api-origin';
import { carrying, isReplaced, RENEWS } from './carried-token';
import { Session } from './session';

/**
 * Adds the token to requests that go to the API, and to no other (CVE-2025-66035 was such a leak). While the token is being
 * exchanged they wait for the new one, and fail where somebody else came in the wait. The calls that bring tokens need none, and
 * must not wait for each other.
 */
export const bearerToken: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const api = inject(Api);
  if (api.isDoor(request.url) || !api.owns(request.url)) return next(request);
  const asked = session.held();
  const send = () => {
    const token = session.held();
    if (isReplaced(asked, token)) return throwError(() => new HttpErrorResponse({ status: 401 }));
    return next(token ? carrying(request, token) : request);
  };
  const exchange = request.context.get(RENEWS) ? undefined : session.settled();
  return exchange ? from(exchange).pipe(switchMap(send)) : send();
};
