import { type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Api } from './api-origin';
import { Session } from './session';

/** Adds the token to requests that go to the API, and to no other (CVE-2025-66035 was such a leak). */
export const bearerToken: HttpInterceptorFn = (request, next) => {
  const token = inject(Session).token();
  if (!token || request.headers.has('Authorization') || !inject(Api).owns(request.url)) return next(request);
  return next(request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }));
};
