import { ada, refuse, settled, setUp } from './session-for-tests';
import { OtherTab } from './tabs-for-tests';

describe('a tab among others', () => {
  let other: OtherTab;
  beforeEach(() => (other = new OtherTab()));
  afterEach(() => other[Symbol.dispose]());

  const answer = { status: 'success', message: '', auth_token: 'a.new.c', expires_in: 900, data: ada };
  const credentials = { email: 'ada@example.com', password: 'y', remember: true };

  it('logs in only once a logout is answered, whose late answer would clear the cookies of the login', async () => {
    const { session, http } = setUp('a.kept.c');
    void session.signOut();
    await settled();
    const entered = session.signIn(credentials);
    await settled();
    http.expectNone('/auth/login');
    http.expectOne('/auth/logout').flush({ status: 'success', message: '' });
    await settled();
    http.expectOne('/auth/login').flush(answer);
    await entered;
    expect(session.held()).toBe('a.new.c');
  });

  it('tells the server that one leaves only once an exchange is answered', async () => {
    const { session, http } = setUp('a.kept.c');
    const exchanged = session.refresh();
    await settled();
    void session.signOut();
    await settled();
    http.expectNone('/auth/logout');
    refuse(http, 'session_revoked', '/auth/refresh');
    await exchanged;
    await settled();
    http.expectOne('/auth/logout');
  });

  it('logs in though the login before it was refused', async () => {
    const { session, http } = setUp();
    const refused = session.signIn(credentials);
    await settled();
    refuse(http, 'wrong_credentials', '/auth/login');
    await expect(refused).rejects.toMatchObject({ status: 401 });
    const entered = session.signIn(credentials);
    await settled();
    http.expectOne('/auth/login').flush(answer);
    await entered;
    expect(session.held()).toBe('a.new.c');
  });

  it('logs in where the browser refuses locks, as it does with storage', async () => {
    other.refuseLocks();
    const { session, http } = setUp();
    const entered = session.signIn(credentials);
    await settled();
    http.expectOne('/auth/login').flush(answer);
    await entered;
    expect(session.held()).toBe('a.new.c');
  });

  it('logs in though a tab that sleeps does not let go of the lock', async () => {
    const patience = new AbortController();
    const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    other.holdLock();
    const { session, http } = setUp();
    const entered = session.signIn(credentials);
    await settled();
    http.expectNone('/auth/login');
    patience.abort();
    await settled();
    http.expectOne('/auth/login').flush(answer);
    await entered;
    expect([session.held(), timeout.mock.calls]).toEqual(['a.new.c', [[9_000]]]);
    timeout.mockRestore();
  });

  it('is signed out by the other, and leaves alone what the other has stored since and is not seen yet', async () => {
    const { session } = setUp('a.kept.c');
    other.tell({ before: 'a.kept.c', after: null });
    expect([session.isAuthenticated(), session.notice()]).toEqual([false, expect.stringMatching(/signed out/)]);
    expect([localStorage.getItem('token'), other.heard]).toEqual(['a.kept.c', []]);
  });

  it('forgets what it was to know alone where the other ends that', () => {
    const { session } = setUp('a.kept.c');
    sessionStorage.setItem('token', 'a.kept.c');
    other.tell({ before: 'a.kept.c', after: null });
    expect([session.held(), sessionStorage.getItem('token')]).toEqual([null, null]);
  });

  it('takes no older token from the storage for the one that it was told while it waited to exchange', async () => {
    const { session, http } = setUp('a.old.c');
    const release = other.holdLock();
    const exchanged = session.refresh();
    other.tell({ before: 'a.old.c', after: 'a.new.c' });
    release();
    await exchanged;
    http.expectNone('/auth/refresh');
    expect([session.held(), localStorage.getItem('token')]).toEqual(['a.new.c', 'a.old.c']);
  });
});
