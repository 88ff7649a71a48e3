import { type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { from, switchMap } from 'rxjs';
import { Api } from './api-origin';
import { carrying } from './carried-token';
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
  const send = () => {
    const token = session.held();
    return next(token ? carrying(request, token) : request);
  };
  const exchange = session.settled();
  return exchange ? from(exchange).pipe(switchMap(send)) : send();
};
