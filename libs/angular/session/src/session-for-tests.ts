import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mapToCanActivate, provideRouter, Router } from '@angular/router';
import { EnsureAuthenticated, LoginRedirect, provideLatchkey, Session } from './index';

@Component({ template: 'page' })
export class Page {}

const guarded = {
  component: Page,
  canActivate: mapToCanActivate([EnsureAuthenticated]),
  runGuardsAndResolvers: 'always',
} as const;
export const ada = {
  user_id: '1',
  email: 'ada@example.com',
  admin: false,
  roles: ['user'],
  registered_on: '',
  expires_in: 900,
};
export const failure = (code: string) => ({ status: 'fail', code, message: `about ${code}`, request_id: 'x' });

/** The session, with only HTTP faked; with a token, as one that was kept before a reload. */
export function setUp(token?: string) {
  localStorage.clear();
  sessionStorage.clear();
  if (token !== undefined) localStorage.setItem('token', token);
  return reload();
}

/** The session on a page that is opened with what the storage holds. */
export function reload() {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: '', component: Page },
        { path: 'login', component: Page, canActivate: mapToCanActivate([LoginRedirect]) },
        { path: 'status', ...guarded },
        { path: 'secret', ...guarded },
      ]),
      provideLatchkey(),
      provideHttpClientTesting(),
    ],
  });
  return {
    session: TestBed.inject(Session),
    http: TestBed.inject(HttpTestingController),
    router: TestBed.inject(Router),
  };
}

export const settled = () => new Promise((resolve) => setTimeout(resolve));
export const refuse = (http: HttpTestingController, code: string, url = '/auth/status') =>
  http.expectOne(url).flush(failure(code), { status: 401, statusText: 'Unauthorized' });
