import { HttpClient, HttpContext, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { createEnvironmentInjector, EnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { latchkeyInterceptor, type SessionEvent } from './index';
import { ada, failure, refuse, reload, settled, setUp } from './session-for-tests';
import { OtherTab } from './tabs-for-tests';

type All = ReturnType<typeof setUp>;
const newToken = { status: 'success', auth_token: 'a.new.c', expires_in: 900 };
const tell = ({ http }: All) => http.expectOne('/auth/status').flush({ status: 'success', data: ada });
const heard = ({ session }: All) => {
  const events: SessionEvent[] = [];
  session.events.subscribe((event) => events.push(event));
  return events;
};
const signIn = async ({ session, http }: All) => {
  const done = session.signIn({ email: ada.email, password: 'x', remember: true });
  http.expectOne('/auth/login').flush({ ...newToken, message: '', data: ada });
  await done;
};
const refusal = [failure('refresh_missing'), { status: 401, statusText: 'Unauthorized' }] as const;

describe('the status', () => {
  it('is unknown until the server has said who is signed in', async () => {
    const all = setUp('a.kept.c');
    expect(all.session.status()).toBe('unknown');
    void all.session.ready();
    tell(all);
    await settled();
    expect(all.session.status()).toBe('in');
  });

  it('is out once neither a token nor a cookie says who it is', async () => {
    const all = setUp();
    expect(all.session.status()).toBe('unknown');
    void all.session.ready();
    all.http.expectOne('/auth/refresh').flush(...refusal);
    await settled();
    expect(all.session.status()).toBe('out');
  });

  it.each([
    ['a.kept.c', '/auth/status'],
    [undefined, '/auth/refresh'],
  ])('is away while the server can’t be asked, with the token %s, and not after', async (token, url) => {
    const all = setUp(token);
    void all.session.ready();
    all.http.expectOne(url).error(new ProgressEvent('error'));
    await settled();
    expect([all.session.status(), all.session.problem()?.code]).toEqual(['away', 'offline']);
    void all.session.ready();
    if (token) tell(all);
    else all.http.expectOne(url).flush(...refusal);
    await settled();
    expect([all.session.status(), all.session.problem()]).toEqual([token ? 'in' : 'out', null]);
  });
});

describe('the events', () => {
  it('tell who signs in and out on this page, and of new tokens', async () => {
    const all = setUp();
    const events = heard(all);
    await signIn(all);
    void all.session.refresh();
    all.http.expectOne('/auth/refresh').flush(newToken);
    await settled();
    void all.session.signOut();
    expect(events).toEqual([
      { type: 'signedIn', user: ada },
      { type: 'refreshed' },
      { type: 'signedOut', notice: null },
    ]);
  });

  it('tell who is found after a reload, once, and who is signed out elsewhere', async () => {
    using other = new OtherTab();
    const all = setUp('a.kept.c');
    const events = heard(all);
    void all.session.ready();
    tell(all);
    await settled();
    void all.session.reload();
    tell(all);
    await settled();
    other.tell({ before: 'a.kept.c', after: null });
    expect(events).toEqual([
      { type: 'restored', user: ada },
      { type: 'signedOut', notice: expect.stringContaining('signed out') },
    ]);
  });

  it('tell nothing where nobody was signed in', async () => {
    const all = setUp();
    const events = heard(all);
    void all.session.ready();
    all.http.expectOne('/auth/refresh').flush(...refusal);
    await all.session.signOut();
    expect(events).toEqual([]);
  });
});

describe('the access token for calls of one’s own', () => {
  it('is the one that is held, once the session is known', async () => {
    const all = setUp('a.kept.c');
    const token = all.session.accessToken();
    tell(all);
    expect(await token).toBe('a.kept.c');
    all.http.verify();
  });

  it('is a new one where the old is about to expire, as on a device that slept', async () => {
    const all = setUp();
    await signIn(all);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 890_000);
    const token = all.session.accessToken();
    await settled();
    all.http.expectOne('/auth/refresh').flush({ ...newToken, auth_token: 'a.newer.c' });
    expect(await token).toBe('a.newer.c');
    now.mockRestore();
  });

  it('is none where nobody is signed in, nobody can be asked, or it lies in a cookie', async () => {
    const stranger = setUp();
    const none = stranger.session.accessToken();
    stranger.http.expectOne('/auth/refresh').flush(...refusal);
    expect(await none).toBeNull();
    const away = setUp('a.kept.c');
    const unknown = away.session.accessToken();
    away.http.expectOne('/auth/status').error(new ProgressEvent('error'));
    await settled();
    away.http.expectOne('/auth/refresh').error(new ProgressEvent('error'));
    expect(await unknown).toBeNull();
    localStorage.setItem('token', 'cookie 1 0.5');
    const inCookie = reload();
    const hidden = inCookie.session.accessToken();
    tell(inCookie);
    expect(await hidden).toBeNull();
  });
});

it('carries the token with a HttpClient that an app provides besides, and once where it stands twice', async () => {
  const all = setUp();
  await signIn(all);
  const besides = createEnvironmentInjector(
    [provideHttpClient(withInterceptors([latchkeyInterceptor, latchkeyInterceptor])), provideHttpClientTesting()],
    TestBed.inject(EnvironmentInjector),
  );
  besides
    .get(HttpClient)
    .get('/orders')
    .subscribe({ error: () => undefined });
  const http = besides.get(HttpTestingController);
  expect(http.match('/orders').map(({ request }) => request.headers.getAll('Authorization'))).toEqual([
    ['Bearer a.new.c'],
  ]);
  besides
    .get(HttpClient)
    .get('/orders')
    .subscribe({ error: () => undefined });
  refuse(http, 'session_revoked', '/orders');
  expect(all.session.status()).toBe('out');
});

it('carries the token each time a request is made with the same context, as httpResource does when it reloads', async () => {
  await signIn(setUp());
  const context = new HttpContext();
  const http = TestBed.inject(HttpTestingController);
  for (let turn = 0; turn < 2; turn += 1) {
    TestBed.inject(HttpClient).get('/orders', { context }).subscribe();
    const { request } = http.expectOne('/orders');
    expect(request.headers.get('Authorization')).toBe('Bearer a.new.c');
  }
});
