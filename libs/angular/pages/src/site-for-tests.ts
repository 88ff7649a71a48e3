import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { provideLatchkey } from '@latchkey/angular';
import { render, screen } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { accountRoutes, notFoundRoute } from './index';

@Component({ selector: 'latchkey-test-site', imports: [RouterOutlet], template: '<router-outlet />' })
export class Site {}

export const ada = {
  user_id: '1',
  email: 'ada@example.com',
  admin: false,
  roles: ['user'],
  registered_on: 'Sun, 13 Aug 2017 17:21:52 GMT',
  expires_in: 754,
};
export const entry = { status: 'success', message: '', auth_token: 'token', expires_in: 754, data: ada };
export const failure = (code: string, more: object = {}) => ({
  status: 'fail',
  code,
  message: `about ${code}`,
  request_id: 'x',
  ...more,
});

/** The site with only HTTP faked, at `url`; with a token, as Ada. */
export async function open(url: string, token?: string) {
  localStorage.clear();
  if (token) localStorage.setItem('token', token);
  await render(Site, {
    providers: [provideRouter([...accountRoutes, notFoundRoute]), provideLatchkey(), provideHttpClientTesting()],
  });
  const http = TestBed.inject(HttpTestingController);
  const router = TestBed.inject(Router);
  const arrived = router.navigateByUrl(url);
  if (token) await answered(() => http.expectOne('/auth/status').flush({ status: 'success', data: ada }));
  else await answered(() => noCookie(http));
  await arrived;
  const user = userEvent.setup();
  return { http, router, user, heading: await screen.findByRole('heading', { level: 1 }) };
}

/** Without a token the site asks for the refresh cookie's; a stranger has none. */
function noCookie(http: HttpTestingController): void {
  for (const request of http.match('/auth/refresh'))
    request.flush(failure('refresh_missing'), { status: 401, statusText: 'Unauthorized' });
}

/** Has `answer` come, and all that follows from it. */
export const answered = async (answer: () => void) => {
  await settled();
  answer();
  await settled();
};
/** What follows of itself has followed: so many turns of the event loop, however long a busy machine takes for them. */
export const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};
