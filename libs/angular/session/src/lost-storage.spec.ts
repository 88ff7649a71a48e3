import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { ada, failure, refuse, reload, settled, setUp } from './session-for-tests';

const fresh = { status: 'success', auth_token: 'a.new.c', expires_in: 900 };
const JWT_OF_ANOTHER_PROGRAM = `e30.${btoa('{"sub":"x"}').replace(/=/g, '')}.x`;
const OURS = `e30.${btoa('{"sub":"1"}').replace(/=/g, '')}.x`;
type All = ReturnType<typeof setUp>;
const answerStatus = ({ http }: All) => http.expectOne('/auth/status').flush({ status: 'success', data: ada });

describe('a browser that has lost the token, but not the refresh cookie', () => {
  it('is signed in, for this tab alone', async () => {
    const all = setUp();
    const ready = all.session.ready();
    all.http.expectOne('/auth/refresh').flush(fresh);
    await settled();
    answerStatus(all);
    await ready;
    expect(all.session.user()?.email).toBe('ada@example.com');
    expect([localStorage.getItem('token'), sessionStorage.getItem('token')]).toEqual([null, 'a.new.c']);
  });

  it.each(['', 'null', 'undefined', 'a.b', '{"a":1}', ' ', 'a b.c.d', '…', `${'x'.repeat(1e6)}.y.z`])(
    'takes what lies there instead for nothing (%#)',
    (odd) => expect(setUp(odd).session.isAuthenticated()).toBe(false),
  );

  it('is signed in though a token of another program lies there', async () => {
    const all = setUp(JWT_OF_ANOTHER_PROGRAM);
    const ready = all.session.ready();
    refuse(all.http, 'token_invalid');
    await settled();
    all.http.expectOne('/auth/refresh').flush({ ...fresh, auth_token: OURS });
    await settled();
    answerStatus(all);
    await ready;
    expect([all.session.held(), all.session.user()?.email]).toEqual([OURS, 'ada@example.com']);
  });

  it('is signed in where tokens lie in cookies, and as the same in all tabs', async () => {
    const all = setUp();
    const ready = all.session.ready();
    all.http.expectOne('/auth/refresh').flush({ status: 'success', expires_in: 900 });
    await settled();
    answerStatus(all);
    await settled();
    answerStatus(all);
    await ready;
    expect(all.session.held()).toMatch(/^cookie 1 0\.\d+$/);
  });

  it('goes on to the page from a login form that did not wait', async () => {
    const all = setUp();
    await RouterTestingHarness.create('/login?returnUrl=%2Fsecret');
    expect(all.router.url).toBe('/login?returnUrl=%2Fsecret');
    all.http.expectOne('/auth/refresh').flush(fresh);
    await settled();
    answerStatus(all);
    await settled();
    await settled();
    expect(all.router.url).toBe('/secret');
  });

  it('asks again with the next page where the server could not be asked', async () => {
    const { session, http } = setUp();
    const ready = session.ready();
    http.expectOne('/auth/refresh').error(new ProgressEvent('error'));
    await ready;
    void session.ready();
    http.expectOne('/auth/refresh');
  });

  it('keeps on where the storage is emptied under an open page, and keeps it where it was to be kept', async () => {
    const { session, http } = setUp();
    const entered = session.signIn({ email: 'ada@example.com', password: 'y', remember: false });
    http.expectOne('/auth/login').flush({ ...fresh, message: '', data: ada });
    await entered;
    sessionStorage.clear();
    const done = session.refresh();
    http.expectOne('/auth/refresh').flush({ ...fresh, auth_token: 'a.newer.c' });
    await done;
    expect([localStorage.getItem('token'), sessionStorage.getItem('token')]).toEqual([null, 'a.newer.c']);
  });
});

describe('a token that the server refuses', () => {
  const signedIn = async () => {
    const all = setUp('a.old.c');
    const ready = all.session.ready();
    answerStatus(all);
    await ready;
    return { ...all, client: TestBed.inject(HttpClient) };
  };

  it.each(['token_invalid', 'token_malformed'])('for %s is exchanged once, and the call sent again', async (code) => {
    const { http, client, session } = await signedIn();
    const answers: unknown[] = [];
    client.get('/auth/a').subscribe((value) => answers.push(value));
    refuse(http, code, '/auth/a');
    http.expectOne('/auth/refresh').flush(fresh);
    await settled();
    http.expectOne('/auth/a').flush('good');
    expect([answers, session.held()]).toEqual([['good'], 'a.new.c']);
  });

  it('with the one that came for it ends the session', async () => {
    const { http, client, session } = await signedIn();
    const refused = jest.fn();
    client.get('/auth/a').subscribe({ error: refused });
    refuse(http, 'token_invalid', '/auth/a');
    http.expectOne('/auth/refresh').flush(fresh);
    await settled();
    refuse(http, 'token_invalid', '/auth/a');
    await settled();
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ error: failure('token_invalid') }));
    expect([session.isAuthenticated(), session.notice()]).toEqual([false, expect.stringMatching(/has ended/)]);
    http.verify();
  });
});

describe('a sign-out that the server was not told of', () => {
  it('is told with the next page, and no cookie signs in again', async () => {
    const { session, http } = setUp('a.kept.c');
    const left = session.signOut();
    await settled();
    http.expectOne('/auth/logout').error(new ProgressEvent('error'));
    await left;
    const next = reload();
    const ready = next.session.ready();
    next.http.expectOne('/auth/logout').flush({ status: 'success', message: '' });
    await ready;
    await next.session.ready();
    next.http.verify();
    expect(next.session.isAuthenticated()).toBe(false);
  });
});
