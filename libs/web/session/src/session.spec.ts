import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { mapToCanActivate, provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { EnsureAuthenticated, LoginRedirect, provideLatchkey, Session } from './index';

@Component({ template: 'page' })
class Page {}

const guarded = {
  component: Page,
  canActivate: mapToCanActivate([EnsureAuthenticated]),
  runGuardsAndResolvers: 'always',
} as const;
const ada = {
  user_id: '1',
  email: 'ada@example.com',
  admin: false,
  roles: ['user'],
  registered_on: '',
  expires_in: 900,
};
const failure = (code: string) => ({ status: 'fail', code, message: `about ${code}`, request_id: 'x' });

function setUp(token?: string) {
  localStorage.clear();
  if (token) localStorage.setItem('token', token);
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

const settled = () => new Promise((resolve) => setTimeout(resolve));
const refuse = (http: HttpTestingController, code: string, url = '/auth/status') =>
  http.expectOne(url).flush(failure(code), { status: 401, statusText: 'Unauthorized' });

describe('Session', () => {
  it('is nobody’s without a token, and asks nothing', async () => {
    const { session, http } = setUp();
    await session.ready();
    expect(session.isAuthenticated()).toBe(false);
    http.verify();
  });

  it('knows after a reload who is signed in', async () => {
    const { session, http } = setUp('kept');
    const ready = session.ready();
    const request = http.expectOne('/auth/status');
    expect(request.request.headers.get('Authorization')).toBe('Bearer kept');
    request.flush({ status: 'success', data: ada });
    await ready;
    expect(session.user()?.email).toBe('ada@example.com');
    expect(session.expiresAt()).toBeGreaterThan(Date.now());
  });

  it.each([
    ['token_expired', /session has ended/],
    ['token_invalid', /session has ended/],
    ['session_revoked', /signed out, here or on another device/],
  ])('ends on %s and says why', async (code, notice) => {
    const { session, http } = setUp('old');
    const ready = session.ready();
    refuse(http, code);
    await ready;
    expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([false, null]);
    expect(session.notice()).toMatch(notice);
  });

  it.each([
    ['no network', 0, null],
    ['a 500', 500, { ...failure('unexpected'), status: 'error' }],
    ['a 503', 503, { ...failure('unavailable'), status: 'error' }],
    ['a proxy’s page', 502, '<html>'],
  ])('outlives %s, says so, and tries again when asked', async (_, status, body) => {
    const { session, http } = setUp('kept');
    const ready = session.ready();
    const request = http.expectOne('/auth/status');
    if (status === 0) request.error(new ProgressEvent('error'));
    else request.flush(body, { status, statusText: 'x' });
    await ready;
    expect([session.isAuthenticated(), session.user(), localStorage.getItem('token')]).toEqual([true, null, 'kept']);
    expect(session.problem()?.message).toBeTruthy();
    const again = session.ready();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await again;
    expect([session.user()?.email, session.problem()]).toEqual(['ada@example.com', null]);
  });

  it('keeps what a login answers, and a wrong password changes nothing', async () => {
    const { session, http } = setUp();
    const refused = session.signIn({ email: 'ada@example.com', password: 'x' });
    refuse(http, 'wrong_credentials', '/auth/login');
    await expect(refused).rejects.toMatchObject({ status: 401 });
    expect(session.isAuthenticated()).toBe(false);
    const accepted = session.signIn({ email: 'ada@example.com', password: 'y' });
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'new', expires_in: 900, data: ada });
    await accepted;
    expect([session.user()?.email, localStorage.getItem('token')]).toEqual(['ada@example.com', 'new']);
  });

  it('signs out here at once, with the server told by the token that was', async () => {
    const { session, http } = setUp('kept');
    const done = session.signOut();
    expect(session.isAuthenticated()).toBe(false);
    await settled();
    const request = http.expectOne('/auth/logout');
    expect(request.request.headers.get('Authorization')).toBe('Bearer kept');
    request.error(new ProgressEvent('error'));
    await expect(done).resolves.toBeUndefined();
  });

  it('is not ended by a late answer to an earlier token', async () => {
    const { session, http } = setUp('earlier');
    const late = session.ready();
    const request = http.expectOne('/auth/status');
    const entered = session.signIn({ email: 'ada@example.com', password: 'y' });
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'new', expires_in: 900, data: ada });
    await entered;
    request.flush(failure('session_revoked'), { status: 401, statusText: 'Unauthorized' });
    await late;
    expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([true, 'new']);
  });

  it('ends by itself when the token expires', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const { session, http } = setUp('kept');
    const ready = session.ready();
    http.expectOne('/auth/status').flush({ status: 'success', data: { ...ada, expires_in: 60 } });
    await ready;
    jest.advanceTimersByTime(59_000);
    expect(session.isAuthenticated()).toBe(true);
    jest.advanceTimersByTime(1_000);
    expect(session.isAuthenticated()).toBe(false);
    jest.useRealTimers();
  });
});

describe('the token', () => {
  it('goes to the API and to no other host', () => {
    const { http } = setUp('kept');
    const client = TestBed.inject(HttpClient);
    for (const url of [
      '/auth/x',
      'http://localhost/auth/x',
      'https://evil.test/x',
      '//evil.test/x',
      '/\\evil.test/x',
    ]) {
      client.get(url).subscribe();
      const { request } = http.expectOne(url);
      expect([url, request.headers.has('Authorization')]).toEqual([url, url.includes('auth')]);
    }
  });
});

describe('the guards', () => {
  it('send a stranger to /login and remember where from', async () => {
    const { router } = setUp();
    await RouterTestingHarness.create('/secret?tab=2');
    expect(router.url).toBe('/login?returnUrl=%2Fsecret%3Ftab%3D2');
  });

  it('let in who is signed in, and send them on from /login', async () => {
    const { http, router } = setUp('kept');
    const harness = RouterTestingHarness.create('/login?returnUrl=%2Fsecret');
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await harness;
    expect(router.url).toBe('/secret');
  });

  it('let in while the server can’t be asked', async () => {
    const { http, router } = setUp('kept');
    const harness = RouterTestingHarness.create('/secret');
    await settled();
    http.expectOne('/auth/status').error(new ProgressEvent('error'));
    await settled();
    await harness;
    expect(router.url).toBe('/secret');
  });

  it('turn out, without a loop, whose session ends on the page', async () => {
    const { http, router, session } = setUp('kept');
    const harness = RouterTestingHarness.create('/secret');
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await harness;
    TestBed.inject(HttpClient)
      .get('/auth/protected')
      .subscribe({ error: () => undefined });
    refuse(http, 'session_revoked', '/auth/protected');
    await settled();
    await settled();
    expect(router.url).toBe('/login?returnUrl=%2Fsecret');
    expect(session.notice()).toMatch(/signed out/);
    http.verify();
  });
});
