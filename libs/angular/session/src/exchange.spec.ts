import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { ada, refuse, settled, setUp } from './session-for-tests';

describe('the exchange of tokens', () => {
  const signedIn = async () => {
    const all = setUp('a.old.c');
    const ready = all.session.ready();
    all.http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await ready;
    return { ...all, client: TestBed.inject(HttpClient) };
  };
  const exchanged = { status: 'success', auth_token: 'a.new.c', expires_in: 900 };

  it('comes a minute ahead of the end', async () => {
    jest.useFakeTimers();
    try {
      const { session, http } = await signedIn();
      jest.advanceTimersByTime(839_000);
      http.expectNone('/auth/refresh');
      jest.advanceTimersByTime(2_000);
      const request = http.expectOne('/auth/refresh');
      expect(request.request.headers.has('Authorization')).toBe(false);
      // Given up, and aborted, within the ten seconds in which the server repeats its answer.
      expect(request.request.timeout).toBeLessThan(10_000);
      request.flush(exchanged);
      await session.settled();
      expect([session.held(), localStorage.getItem('token')]).toEqual(['a.new.c', 'a.new.c']);
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
      expect(request.headers.get('Authorization')).toBe('Bearer a.new.c');
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
      expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([true, 'a.old.c']);
    }
  });

  it('drops an answer that comes after somebody else signed in', async () => {
    const { session, http } = await signedIn();
    const late = session.refresh();
    const request = http.expectOne('/auth/refresh');
    const entered = session.signIn({ email: 'bob@example.com', password: 'y', remember: true });
    http
      .expectOne('/auth/login')
      .flush({ status: 'success', message: '', auth_token: 'a.bob.c', expires_in: 900, data: ada });
    await entered;
    request.flush(exchanged);
    await late;
    expect([session.held(), localStorage.getItem('token')]).toEqual(['a.bob.c', 'a.bob.c']);
  });

  it('takes over what another tab has exchanged already', async () => {
    const { session, http } = await signedIn();
    localStorage.setItem('token', 'a.from-another-tab.c');
    const done = session.refresh();
    await settled();
    http.expectNone('/auth/refresh');
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await done;
    expect(session.held()).toBe('a.from-another-tab.c');
  });
});
