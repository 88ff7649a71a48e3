import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { type RefreshAnswer } from '@latchkey/contract';
import { firstValueFrom } from 'rxjs';
import { refuse, settled, setUp } from './session-for-tests';
import { OtherTab } from './tabs-for-tests';

const URL = '/auth/account/password';
const renewed = { status: 'success', auth_token: 'a.renewed.c', expires_in: 900 };
const exchanged = { status: 'success', auth_token: 'a.exchanged.c', expires_in: 900 };

describe('tokens that a change of the password renews', () => {
  let other: OtherTab;
  beforeEach(() => (other = new OtherTab()));
  afterEach(() => other[Symbol.dispose]());

  const open = (token = 'a.kept.c') => {
    const { session, http } = setUp(token);
    const client = TestBed.inject(HttpClient);
    const change = () => session.renew((context) => firstValueFrom(client.post<RefreshAnswer>(URL, {}, { context })));
    return { session, http, client, change };
  };
  const sentBy = (request: { request: { headers: { get(name: string): string | null } } }) =>
    request.request.headers.get('Authorization');

  it('are kept, and the other tab is told', async () => {
    const { session, http, change } = open();
    const changed = change();
    await settled();
    http.expectOne(URL).flush(renewed);
    await changed;
    expect([session.held(), localStorage.getItem('token')]).toEqual(['a.renewed.c', 'a.renewed.c']);
    expect(other.heard).toEqual([{ before: 'a.kept.c', after: 'a.renewed.c' }]);
  });

  it('are followed by the tab that was to exchange the old one meanwhile, and by what it has to ask', async () => {
    const { session, http, client } = open();
    const release = other.holdLock();
    const asked = firstValueFrom(client.get('/users'));
    refuse(http, 'token_expired', '/users');
    await settled();
    other.tell({ before: 'a.kept.c', after: 'a.renewed.c' });
    release();
    await settled();
    http.expectNone('/auth/refresh');
    const again = http.expectOne('/users');
    expect(sentBy(again)).toBe('Bearer a.renewed.c');
    again.flush({});
    await asked;
    expect(session.held()).toBe('a.renewed.c');
  });

  it('keep this browser’s exchanges waiting, which need no exchange any more then', async () => {
    const { session, http, change } = open();
    const changed = change();
    await settled();
    const exchange = session.refresh();
    await settled();
    http.expectNone('/auth/refresh');
    http.expectOne(URL).flush(renewed);
    await Promise.all([changed, exchange]);
    http.expectNone('/auth/refresh');
    expect(session.held()).toBe('a.renewed.c');
  });

  it('are asked for at once, though an exchange was asked for while another tab had the lock', async () => {
    const { session, http, change } = open();
    const release = other.holdLock();
    const changed = change();
    await settled();
    void session.refresh();
    release();
    await settled();
    http.expectOne(URL).flush(renewed);
    await changed;
    expect(session.held()).toBe('a.renewed.c');
  });

  it.each(['locks', 'no locks'])(
    'are asked for once an exchange that is under way is answered, with %s',
    async (has) => {
      if (has === 'no locks') other.refuseLocks();
      const { session, http, change } = open();
      void session.refresh();
      const changed = change();
      await settled();
      http.expectNone(URL);
      http.expectOne('/auth/refresh').flush(exchanged);
      await settled();
      const request = http.expectOne(URL);
      expect(sentBy(request)).toBe('Bearer a.exchanged.c');
      request.flush(renewed);
      await changed;
      expect(session.held()).toBe('a.renewed.c');
    },
  );

  it('are asked for again with another token where the one that was sent had expired', async () => {
    const { session, http, change } = open();
    const changed = change();
    await settled();
    refuse(http, 'token_expired', URL);
    await settled();
    http.expectOne('/auth/refresh').flush(exchanged);
    await settled();
    const again = http.expectOne(URL);
    expect(sentBy(again)).toBe('Bearer a.exchanged.c');
    again.flush(renewed);
    await changed;
    expect(session.held()).toBe('a.renewed.c');
  });

  it('are stood in for where they lie in cookies, by the same person’s', async () => {
    const { session, http, change } = open('cookie 1 0.5');
    const changed = change();
    await settled();
    http.expectOne(URL).flush({ status: 'success', expires_in: 900 });
    await changed;
    expect(session.held()).toMatch(/^cookie 1 0\.(?!5$)/);
  });

  it('are nobody’s where one signed out in the wait', async () => {
    const { session, http, change } = open();
    const changed = change();
    await settled();
    const request = http.expectOne(URL);
    void session.signOut();
    request.flush(renewed);
    await changed;
    expect(session.held()).toBeNull();
  });

  it('do not come where the change is refused, which signs nobody out', async () => {
    const { session, http, change } = open();
    const changed = change();
    await settled();
    http.expectOne(URL).flush({ status: 'fail', code: 'invalid_input', message: 'x' }, { status: 422, statusText: '' });
    await expect(changed).rejects.toMatchObject({ status: 422 });
    expect(session.held()).toBe('a.kept.c');
  });
});
