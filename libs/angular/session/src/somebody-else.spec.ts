import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { ada, failure, refuse, settled, setUp } from './session-for-tests';
import { OtherTab } from './tabs-for-tests';

/** An access token; what it is for makes base64url differ from base64. */
const tokenOf = (sub: string, jti: string) =>
  `e30.${btoa(JSON.stringify({ sub, jti, aud: '???>>>' }))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')}.x`;
const ADA = tokenOf('ada', '1');
const BOB = tokenOf('bob', '1');
const exchangedFor = (auth_token: string) => ({ status: 'success', auth_token, expires_in: 900 });

describe('a tab in whose browser somebody else signs in', () => {
  let other: OtherTab;
  beforeEach(() => (other = new OtherTab()));
  afterEach(() => other[Symbol.dispose]());

  const signedIn = async () => {
    const all = setUp(ADA);
    const ready = all.session.ready();
    all.http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await ready;
    return { ...all, client: TestBed.inject(HttpClient) };
  };
  const bobEnters = async ({ session, http }: ReturnType<typeof setUp>) => {
    const entered = session.signIn({ email: 'bob@example.com', password: 'y', remember: true });
    await settled();
    const data = { ...ada, email: 'bob@example.com' };
    http.expectOne('/auth/login').flush({ ...exchangedFor(BOB), message: '', data });
    await entered;
  };

  it('takes over an exchanged token of the same person', async () => {
    const { session, http } = await signedIn();
    const done = session.refresh();
    await settled();
    http.expectOne('/auth/refresh').flush(exchangedFor(tokenOf('ada', '2')));
    await done;
    expect([session.held(), session.user()?.email]).toEqual([tokenOf('ada', '2'), 'ada@example.com']);
  });

  it('ends where the exchange brings the other’s token, which it neither keeps nor tells', async () => {
    const { session, http } = await signedIn();
    const done = session.refresh();
    await settled();
    http.expectOne('/auth/refresh').flush(exchangedFor(BOB));
    await done;
    expect([session.held(), session.user(), localStorage.getItem('token')]).toEqual([null, null, null]);
    expect(session.notice()).toMatch(/Somebody else has logged in/);
    expect(other.heard).toEqual([{ before: ADA, after: null }]);
  });

  it('leaves alone what the others have stored where its own token was for itself', async () => {
    const { session, http } = await signedIn();
    sessionStorage.setItem('token', ADA);
    localStorage.setItem('token', BOB);
    const done = session.refresh();
    await settled();
    http.expectOne('/auth/refresh').flush(exchangedFor(BOB));
    await done;
    expect([session.held(), sessionStorage.getItem('token'), localStorage.getItem('token')]).toEqual([null, null, BOB]);
  });

  it('ends where the other’s token is stored already', async () => {
    const { session, http } = await signedIn();
    localStorage.setItem('token', BOB);
    await session.refresh();
    http.verify();
    expect([session.held(), session.user(), localStorage.getItem('token')]).toEqual([null, null, BOB]);
    expect(session.notice()).toMatch(/Somebody else has logged in/);
  });

  it('ends where it is told that the other’s token took the place of its own', async () => {
    const { session, http } = await signedIn();
    other.tell({ before: ADA, after: BOB });
    http.verify();
    expect([session.held(), session.user()]).toEqual([null, null]);
  });

  it('never sends again as the other what the exchange was to help', async () => {
    const { http, client } = await signedIn();
    const refused = jest.fn();
    client.post('/auth/a', {}).subscribe({ error: refused });
    refuse(http, 'token_expired', '/auth/a');
    await settled();
    http.expectOne('/auth/refresh').flush(exchangedFor(BOB));
    await settled();
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ status: 401, error: failure('token_expired') }));
    http.verify();
  });

  it('never sends again as the other what was sent before the other came', async () => {
    const all = await signedIn();
    const refused = jest.fn();
    all.client.post('/auth/a', {}).subscribe({ error: refused });
    const request = all.http.expectOne('/auth/a');
    await bobEnters(all);
    request.flush(failure('token_expired'), { status: 401, statusText: 'Unauthorized' });
    await settled();
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ status: 401 }));
    all.http.verify();
    expect(all.session.held()).toBe(BOB);
  });

  it('never sends as the other what waited for an exchange', async () => {
    const all = await signedIn();
    const refused = jest.fn();
    const release = other.holdLock();
    const exchanged = all.session.refresh();
    all.client.post('/auth/a', {}).subscribe({ error: refused });
    other.tell({ before: ADA, after: null });
    other.tell({ before: null, after: BOB });
    release();
    await exchanged;
    await settled();
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ status: 401 }));
    all.http.expectNone('/auth/a');
    expect(all.session.held()).toBe(BOB);
  });
});
