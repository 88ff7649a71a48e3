import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { type Role } from '@latchkey/contract';
import { provideLatchkey } from '@latchkey/angular';
import { render } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { adminRoutes } from './index';

@Component({ selector: 'latchkey-test-site', imports: [RouterOutlet], template: '<router-outlet />' })
class Site {}

export const user = (id: string, more: object = {}) => ({
  user_id: id,
  email: `${id}@example.com`,
  username: null,
  display_name: null,
  admin: false,
  roles: ['user'],
  is_active: true,
  registered_on: 'Sun, 13 Aug 2017 17:21:52 GMT',
  last_seen: null,
  ...more,
});
export const list = (data: object[], total = data.length, page = 1) => ({
  status: 'success',
  data,
  pagination: { page, per_page: 25, total },
});
export const failure = (code: string, more: object = {}) => ({
  status: 'fail',
  code,
  message: `about ${code}`,
  ...more,
});
/** What was asked for is on the way, what came is shown. */
export const settled = () => jest.advanceTimersByTimeAsync(60);

/** The page as `ada` opens it, and the server's answers. */
export async function open(url = '/admin/users', roles: Role[] = ['admin']) {
  localStorage.setItem('token', 'a.kept.c');
  await render(Site, {
    providers: [
      provideRouter([{ path: 'admin', children: adminRoutes }]),
      provideLatchkey(),
      provideHttpClientTesting(),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const answer = async (path: string, body: object, status = 200, method = 'GET') => {
    const request = http.expectOne((sent) => sent.method === method && sent.urlWithParams === path);
    request.flush(body, { status, statusText: 'x' });
    await settled();
    return request.request;
  };
  void TestBed.inject(Router).navigateByUrl(url);
  await settled();
  const ada = { user_id: 'ada', email: 'ada@example.com', admin: true, roles, registered_on: '', expires_in: 900 };
  await answer('/auth/status', { status: 'success', data: ada });
  return { http, answer, keys: userEvent.setup({ advanceTimers: jest.advanceTimersByTime }) };
}
