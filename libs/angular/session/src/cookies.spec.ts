import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { ada, refuse, settled, setUp } from './session-for-tests';
import { OtherTab } from './tabs-for-tests';

describe('where tokens lie in cookies', () => {
  const answer = { status: 'success', message: '', expires_in: 900, data: ada };
  const signedIn = async () => {
    const all = setUp();
    const entered = all.session.signIn({ email: 'ada@example.com', password: 'y', remember: true });
    await settled();
    all.http.expectOne('/auth/login').flush(answer);
    await entered;
    return { ...all, client: TestBed.inject(HttpClient) };
  };

  it('keeps nothing that is worth anything, and is signed in after a reload', async () => {
    const { session } = await signedIn();
    const kept = localStorage.getItem('token') as string;
    expect(kept).toMatch(/^cookie 1 0\.\d+$/);
    expect([session.isAuthenticated(), session.user()?.email]).toEqual([true, 'ada@example.com']);
    TestBed.resetTestingModule();
    const { session: reloaded, http } = setUp(kept);
    const ready = reloaded.ready();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await ready;
    expect(reloaded.user()?.email).toBe('ada@example.com');
  });

  it('sends cookies in place of a header, and JSON where the server must know that a page of ours calls', async () => {
    const { http, client, session } = await signedIn();
    client.delete('/auth/sessions/1').subscribe();
    const { request } = http.expectOne('/auth/sessions/1');
    expect([request.headers.has('Authorization'), request.withCredentials]).toEqual([false, true]);
    expect(request.headers.get('Content-Type')).toBe('application/json');
    client.get('https://evil.test/x').subscribe();
    expect(http.expectOne('https://evil.test/x').request.withCredentials).toBe(false);
    void session.signOut();
    await settled();
    expect(http.expectOne('/auth/logout').request.headers.has('Authorization')).toBe(false);
  });

  it.each(['token_expired', 'token_missing'])('exchanges on %s and sends the call again', async (code) => {
    const { http, client, session } = await signedIn();
    const before = session.held();
    const answers: unknown[] = [];
    client.get('/auth/a').subscribe((value) => answers.push(value));
    refuse(http, code, '/auth/a');
    http.expectOne('/auth/refresh').flush({ status: 'success', expires_in: 900 });
    await settled();
    http.expectOne('/auth/a').flush('good');
    expect(answers).toEqual(['good']);
    expect([session.held() === before, session.held() === localStorage.getItem('token')]).toEqual([false, true]);
  });

  it('signs out where the browser has lost its cookies', async () => {
    const { http, client, session } = await signedIn();
    client.get('/auth/a').subscribe({ error: () => undefined });
    refuse(http, 'token_missing', '/auth/a');
    refuse(http, 'refresh_missing', '/auth/refresh');
    await settled();
    expect([session.isAuthenticated(), localStorage.getItem('token')]).toEqual([false, null]);
  });

  it('stays where another tab tells late of an exchange, and ends where it tells of another sign-in', async () => {
    using other = new OtherTab();
    const { session } = await signedIn();
    const [, entry] = (session.held() as string).split(' ');
    other.tell({ before: `cookie ${entry} 0.1`, after: session.held() });
    other.tell({ before: `cookie ${entry} 0.1`, after: `cookie ${entry} 0.2` });
    expect(session.isAuthenticated()).toBe(true);
    other.tell({ before: null, after: 'cookie 0.2 0.3' });
    expect(session.isAuthenticated()).toBe(false);
  });
});
