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
  sessionStorage.clear();
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
    const refused = session.signIn({ email: 'ada@example.com', password: 'x', remember: true });
    refuse(http, 'wrong_credentials', '/auth/login');
    await expect(refused).rejects.toMatchObject({ status: 401 });
    expect(session.isAuthenticated()).toBe(false);
    const accepted = session.signIn({ email: 'ada@example.com', password: 'y', remember: true });
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
    const entered = session.signIn({ email: 'ada@example.com', password: 'y', remember: true });
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'new', expires_in: 900, data: ada });
    await entered;
    request.flush(failure('session_revoked'), { status: 401, statusText: 'Unauthorized' });
    await late;
    expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([true, 'new']);
  });

  it('never shows a user whose answer comes after somebody else signed in', async () => {
    const { session, http } = setUp('ada');
    const late = session.ready();
    const request = http.expectOne('/auth/status');
    const entered = session.signIn({ email: 'bob@example.com', password: 'y', remember: true });
    const bob = { ...ada, email: 'bob@example.com' };
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'bob', expires_in: 900, data: bob });
    await entered;
    request.flush({ status: 'success', data: ada });
    await late;
    expect(session.user()?.email).toBe('bob@example.com');
  });

  it('is kept for this tab alone where the browser is to forget', async () => {
    const { session, http } = setUp();
    const entered = session.signIn({ email: 'ada@example.com', password: 'y', remember: false });
    const request = http.expectOne('/auth/login');
    expect(request.request.body).toMatchObject({ remember: false });
    request.flush({ status: 'success', message: '', auth_token: 'new', expires_in: 900, data: ada });
    await entered;
    expect([localStorage.getItem('token'), sessionStorage.getItem('token')]).toEqual([null, 'new']);
  });
});

describe('the exchange of tokens', () => {
  const signedIn = async () => {
    const all = setUp('old');
    const ready = all.session.ready();
    all.http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await ready;
    return { ...all, client: TestBed.inject(HttpClient) };
  };
  const exchanged = { status: 'success', auth_token: 'new', expires_in: 900 };

  it('comes a minute ahead of the end', async () => {
    jest.useFakeTimers();
    try {
      const { session, http } = await signedIn();
      jest.advanceTimersByTime(839_000);
      http.expectNone('/auth/refresh');
      jest.advanceTimersByTime(2_000);
      const request = http.expectOne('/auth/refresh');
      expect(request.request.headers.has('Authorization')).toBe(false);
      request.flush(exchanged);
      await session.settled();
      expect([session.token(), localStorage.getItem('token')]).toEqual(['new', 'new']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('comes once for all calls that find the token expired, and sends each again', async () => {
    const { http, client } = await signedIn();
    const answers: unknown[] = [];
    for (const path of ['/auth/a', '/auth/b']) client.get(path).subscribe((answer) => answers.push(answer));
    refuse(http, 'token_expired', '/auth/a');
    refuse(http, 'token_expired', '/auth/b');
    client.get('/auth/c').subscribe((answer) => answers.push(answer));
    http.expectNone('/auth/c');
    http.expectOne('/auth/refresh').flush(exchanged);
    await settled();
    for (const path of ['/auth/a', '/auth/b', '/auth/c']) {
      const { request } = http.expectOne(path);
      expect(request.headers.get('Authorization')).toBe('Bearer new');
    }
    http.expectNone('/auth/refresh');
  });

  it.each(['refresh_missing', 'refresh_invalid', 'refresh_reused', 'session_revoked'])(
    'signs out on %s',
    async (code) => {
      const { session, http } = await signedIn();
      const done = session.refresh();
      refuse(http, code, '/auth/refresh');
      await done;
      expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([false, null]);
      expect(session.notice()).toBeTruthy();
    },
  );

  it.each([
    ['no network', 0],
    ['too many requests', 429],
    ['a 500', 500],
    ['a 503', 503],
  ])('signs nobody out on %s, and tries again', async (_, status) => {
    const { session, http } = await signedIn();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const done = session.refresh();
      const request = http.expectOne('/auth/refresh');
      if (status === 0) request.error(new ProgressEvent('error'));
      else request.flush({}, { status, statusText: 'x' });
      await done;
      expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([true, 'old']);
    }
  });

  it('drops an answer that comes after somebody else signed in', async () => {
    const { session, http } = await signedIn();
    const late = session.refresh();
    const request = http.expectOne('/auth/refresh');
    const entered = session.signIn({ email: 'bob@example.com', password: 'y', remember: true });
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'bob', expires_in: 900, data: ada });
    await entered;
    request.flush(exchanged);
    await late;
    expect([session.token(), localStorage.getItem('token')]).toEqual(['bob', 'bob']);
  });

  it('takes over what another tab has exchanged already', async () => {
    const { session, http } = await signedIn();
    localStorage.setItem('token', 'from another tab');
    const done = session.refresh();
    await settled();
    http.expectNone('/auth/refresh');
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await done;
    expect(session.token()).toBe('from another tab');
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
