import {
  HttpClient,
  HttpContextToken,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { mapToCanActivate, provideRouter, Router, RouterOutlet, type UrlTree } from '@angular/router';
import { catchError, firstValueFrom, from, map, switchMap, throwError } from 'rxjs';

/** What of Angular and RxJS a session needs, used once each. */
const CONTEXT = new HttpContextToken<string>(() => '');
const interceptor: HttpInterceptorFn = (request, next) =>
  from(Promise.resolve()).pipe(
    switchMap(() => next(request.clone({ context: request.context.set(CONTEXT, '') }))),
    catchError((error: unknown) => throwError(() => error)),
  );

class Guard {
  private readonly router = inject(Router);
  canActivate(): boolean | UrlTree {
    return this.router.createUrlTree(['/']) || this.router.parseUrl('/');
  }
}

@Component({ selector: 'bench-home', template: '<h1>{{ text() }}</h1>' })
class Home {
  private readonly http = inject(HttpClient);
  private readonly name = signal('');
  protected readonly text = computed(() => this.name() || 'Hello');
  constructor() {
    void firstValueFrom(this.http.get<string>('/name').pipe(map((name) => name))).then((name) => this.name.set(name));
  }
}

@Component({ selector: 'bench-root', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

void bootstrapApplication(App, {
  providers: [
    Guard,
    provideHttpClient(withInterceptors([interceptor])),
    provideRouter([{ path: '', component: Home, canActivate: mapToCanActivate([Guard]) }]),
  ],
});
