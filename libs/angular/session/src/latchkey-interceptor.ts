import { type HttpInterceptorFn } from '@angular/common/http';
import { EnvironmentInjector, inject, runInInjectionContext } from '@angular/core';
import { bearerToken } from './bearer-token';
import { carriedBy } from './carried-token';
import { endedSession } from './ended-session';

/**
 * Carries the token to the API, and acts upon its refusal. `provideLatchkey` has it in place; it is for a HttpClient that an app
 * provides besides, as below a lazy route. Twice on the way of a request it works once.
 */
export const latchkeyInterceptor: HttpInterceptorFn = (request, next) => {
  const injector = inject(EnvironmentInjector);
  if (carriedBy(request)) return next(request);
  return bearerToken(request, (carrying) => runInInjectionContext(injector, () => endedSession(carrying, next)));
};
