import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { ada, failure, refuse, settled, setUp } from './session-for-tests';

describe('Session', () => {
  it('is nobody’s without token and cookie, and asks for that once', async () => {
    const { session, http } = setUp();
    const ready = session.ready();
    refuse(http, 'refresh_missing', '/auth/refresh');
    await ready;
    await session.ready();
    expect([session.isAuthenticated(), session.notice()]).toEqual([false, null]);
    http.verify();
  });

  it('knows after a reload who is signed in', async () => {
    const { session, http } = setUp('a.kept.c');
    const ready = session.ready();
    const request = http.expectOne('/auth/status');
    expect(request.request.headers.get('Authorization')).toBe('Bearer a.kept.c');
    request.flush({ status: 'success', data: ada });
    await ready;
    expect(session.user()?.email).toBe('ada@example.com');
    expect(session.expiresAt()).toBeGreaterThan(Date.now());
  });

  it('ends where it was revoked, and says why', async () => {
    const { session, http } = setUp('a.old.c');
    const ready = session.ready();
    refuse(http, 'session_revoked');
    await ready;
    expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([false, null]);
    expect(session.notice()).toMatch(/signed out, here or on another device/);
    http.verify();
  });

  it.each([
    ['no network', 0, null],
    ['a 500', 500, { ...failure('unexpected'), status: 'error' }],
    ['a 503', 503, { ...failure('unavailable'), status: 'error' }],
    ['a 429', 429, failure('too_many_requests')],
    ['a proxy’s page', 502, '<html>'],
  ])('outlives %s, says so, and tries again when asked', async (_, status, body) => {
    const { session, http } = setUp('a.kept.c');
    const ready = session.ready();
    const request = http.expectOne('/auth/status');
    if (status === 0) request.error(new ProgressEvent('error'));
    else request.flush(body, { status, statusText: 'x' });
    await ready;
    expect([session.isAuthenticated(), session.user(), localStorage.getItem('token')]).toEqual([
      true,
      null,
      'a.kept.c',
    ]);
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
      .flush({ status: 'success', message: '', auth_token: 'a.new.c', expires_in: 900, data: ada });
    await accepted;
    expect([session.user()?.email, localStorage.getItem('token')]).toEqual(['ada@example.com', 'a.new.c']);
  });

  it('signs out here at once, with the server told by the token that was', async () => {
    const { session, http } = setUp('a.kept.c');
    const done = session.signOut();
    expect(session.isAuthenticated()).toBe(false);
    await settled();
    const request = http.expectOne('/auth/logout');
    expect(request.request.headers.get('Authorization')).toBe('Bearer a.kept.c');
    request.error(new ProgressEvent('error'));
    await expect(done).resolves.toBeUndefined();
    expect(session.notice()).toMatch(/the server could not be told/);
  });

  it('says nothing of a sign-out that the server knows of already', async () => {
    const { session, http } = setUp('a.kept.c');
    const done = session.signOut();
    await settled();
    http.expectOne('/auth/logout').flush(failure('session_revoked'), { status: 401, statusText: 'Unauthorized' });
    await done;
    expect(session.notice()).toBeNull();
  });

  it('is not ended by a late answer to an earlier token', async () => {
    const { session, http } = setUp('a.earlier.c');
    const late = session.ready();
    const request = http.expectOne('/auth/status');
    const entered = session.signIn({ email: 'ada@example.com', password: 'y', remember: true });
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'a.new.c', expires_in: 900, data: ada });
    await entered;
    request.flush(failure('session_revoked'), { status: 401, statusText: 'Unauthorized' });
    await late;
    expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([true, 'a.new.c']);
  });

  it('never shows a user whose answer comes after somebody else signed in', async () => {
    const { session, http } = setUp('a.ada.c');
    const late = session.ready();
    const request = http.expectOne('/auth/status');
    const entered = session.signIn({ email: 'bob@example.com', password: 'y', remember: true });
    const bob = { ...ada, email: 'bob@example.com' };
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'a.bob.c', expires_in: 900, data: bob });
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
    request.flush({ status: 'success', message: '', auth_token: 'a.new.c', expires_in: 900, data: ada });
    await entered;
    expect([localStorage.getItem('token'), sessionStorage.getItem('token')]).toEqual([null, 'a.new.c']);
  });
});

describe('the token', () => {
  it('goes to the API and to no other host', () => {
    const { http } = setUp('a.kept.c');
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
