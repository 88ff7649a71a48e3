import { Client } from 'pg';
import { setTimeout } from 'node:timers/promises';
import { PASSWORD, TestApi } from '../start-api';
import { cookieOf } from './cookie';
import { DETAILS, NAME, newUid, UidClient } from './uid-client';

describe('users of the dialect of flask_2025', () => {
  let api: TestApi;
  let client: UidClient;
  beforeAll(async () => {
    api = await TestApi.start();
    client = new UidClient(api);
  });

  it('sign up, and get no cookie and no hash', async () => {
    const uid = newUid();
    const answer = await client.signUp(uid.toUpperCase(), ' Toby ');
    expect(answer).toMatchObject({ status: 200, body: { uid, name: 'Toby', role: 'User', email: '?' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(JSON.stringify(answer.body)).not.toMatch(/password|hash|\$2b\$/i);
  });

  it.each([
    ['no name', { uid: 'toby', password: PASSWORD }, 'Name is missing, or is less than 2 characters'],
    ['a short name', { name: 'T', uid: 'toby', password: PASSWORD }, 'Name is missing, or is less than 2 characters'],
    [
      'a name that turns what stands behind it round',
      { name: 'Toby\u202e', uid: 'toby', password: PASSWORD },
      'Name has characters that nobody sees',
    ],
    ['no uid', { name: 'Toby', password: PASSWORD }, 'User ID is missing, or is less than 2 characters'],
    ['a short uid', { name: 'Toby', uid: 't', password: PASSWORD }, 'User ID is missing, or is less than 2 characters'],
    ['no password', { name: 'Toby', uid: 'toby' }, 'Password is missing'],
    ['a short password', { name: 'Toby', uid: 'toby', password: '123' }, 'Password must be at least 8 characters'],
    [
      'a path for a uid',
      { name: 'Toby', uid: '../toby', password: PASSWORD },
      'Processed Toby, either a format error or User ID ../toby is duplicate',
    ],
  ])('do not sign up with %s', async (_, body, message) => {
    const answer = await client.send('POST', '/api/user', undefined, body);
    expect([answer.status, answer.body]).toEqual([400, { message }]);
  });

  it('do not sign up with nothing at all', async () => {
    const answer = await client.send('POST', '/api/user', undefined, {});
    expect([answer.status, answer.body]).toEqual([400, DETAILS]);
  });

  it('learn nothing about who has a uid already, but that it is taken', async () => {
    const { uid } = await client.newcomer();
    const answer = await client.signUp(uid, 'Mallory', 'another password');
    const message = `Processed Mallory, either a format error or User ID ${uid} is duplicate`;
    expect([answer.status, answer.body]).toEqual([400, { message }]);
    expect((await client.authenticate(uid)).status).toBe(200);
  });

  it('set neither role nor anything else that is not asked for', async () => {
    const uid = newUid();
    const more = {
      role: 'Admin',
      roles: ['admin'],
      is_active: false,
      id: crypto.randomUUID(),
      email: 'a@b.co',
      pfp: 'x',
    };
    const body = { uid, name: 'Mallory', password: PASSWORD, kasm_server_needed: true, ...more };
    expect((await client.send('POST', '/api/user', undefined, body)).body).toMatchObject({
      role: 'User',
      email: '?',
      pfp: null,
    });
    const { pair } = cookieOf(await client.authenticate(uid), NAME);
    expect((await client.send('PUT', '/api/user', pair, more)).body).toMatchObject({
      role: 'User',
      email: '?',
      pfp: null,
    });
    expect((await client.send('DELETE', '/api/user', pair, { uid })).status).toBe(403);
  });

  it('are listed to whoever is signed in, with what each may do, and no address of others', async () => {
    const [one, other, admin] = [await client.newcomer(), await client.newcomer(), await client.newAdmin()];
    await api.sql('UPDATE users SET email = $1 WHERE username = $2', [`${one.uid}@example.com`, one.uid]);
    const rowFor = async (cookie: string) => {
      const { status, body } = await client.send('GET', '/api/user', cookie);
      expect(status).toBe(200);
      const rows = body as unknown as { uid: string; email: string; access: string[] }[];
      expect(JSON.stringify(rows)).not.toMatch(/password|hash|\$2b\$/i);
      const { email, access } = rows.find(({ uid }) => uid === one.uid) ?? {};
      return { email, access };
    };
    expect(await rowFor(one.cookie)).toEqual({ email: `${one.uid}@example.com`, access: ['rw'] });
    expect(await rowFor(other.cookie)).toEqual({ email: '?', access: ['ro'] });
    expect(await rowFor(admin.cookie)).toEqual({ email: `${one.uid}@example.com`, access: ['rw'] });
  });

  it('are listed by pages to who asks for them, of 200 at most', async () => {
    const paged = await TestApi.start();
    for (const uid of ['ada', 'grace', 'edsger']) await paged.post('/api/user', { uid, name: uid, password: PASSWORD });
    await paged.newcomer();
    const { pair } = cookieOf(await paged.post('/api/authenticate', { uid: 'ada', password: PASSWORD }), NAME);
    const list = async (query: string) => {
      const { body } = await paged.send('GET', `/api/user?${query}`, { headers: { cookie: pair } });
      return { uids: (body['users'] as { uid: string }[]).map(({ uid }) => uid), pagination: body['pagination'] };
    };
    const total = 3;
    expect(await list('page=2&per_page=2')).toEqual({
      uids: ['edsger'],
      pagination: { page: 2, per_page: 2, total, has_next: false, has_prev: true },
    });
    for (const query of ['per_page=9999', 'page=-1&per_page=200', 'page=x&per_page=200', 'page[]=1&per_page=1e3']) {
      expect(await list(query)).toEqual({
        uids: ['ada', 'grace', 'edsger'],
        pagination: { page: 1, per_page: 200, total, has_next: false, has_prev: false },
      });
    }
  });

  it('change their name, uid and password, and an empty field changes nothing', async () => {
    const { uid, cookie } = await client.newcomer();
    const renamed = newUid();
    const changed = await client.send('PUT', '/api/user', cookie, { name: 'Tom', uid: renamed, password: '' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Tom', uid: renamed } });
    expect((await client.id(cookie)).body).toMatchObject({ name: 'Tom', uid: renamed });
    expect((await client.authenticate(uid)).status).toBe(401);
    expect((await client.authenticate(renamed)).status).toBe(200);
  });

  it('end their other sessions, in every family, with a new password', async () => {
    const { uid, cookie } = await client.newcomer();
    const elsewhere = cookieOf(await client.authenticate(uid), NAME).pair;
    const { body } = await api.post('/api/login', { username: uid, password: PASSWORD });
    const changed = await client.send('PUT', '/api/user', cookie, { password: 'a new password' });
    expect(changed.status).toBe(200);
    const renewed = cookieOf(changed, NAME);
    expect(renewed.attributes).toEqual(cookieOf(await client.authenticate(uid, 'a new password'), NAME).attributes);
    expect((await client.id(renewed.pair)).body).toMatchObject({ uid });
    for (const older of [cookie, elsewhere]) expect((await client.id(older)).status).toBe(401);
    expect((await api.get('/api/protected', body['access_token'] as string)).status).toBe(403);
    expect([
      (await client.authenticate(uid)).status,
      (await client.authenticate(uid, 'a new password')).status,
    ]).toEqual([401, 200]);
  });

  it('keep password and sessions where not both can be changed', async () => {
    const { uid, cookie } = await client.newcomer();
    await api.sql(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'away' USING ERRCODE = '57P01'; END $$`);
    await api.sql('CREATE TRIGGER refuse BEFORE UPDATE ON sessions FOR EACH STATEMENT EXECUTE FUNCTION refuse()');
    const answer = await client.send('PUT', '/api/user', cookie, { password: 'a new password' });
    await api.sql('DROP FUNCTION refuse CASCADE');
    expect(answer.status).toBe(503);
    expect((await client.authenticate(uid)).status).toBe(200);
  });

  it('get no new password from a session that another change has ended meanwhile', async () => {
    const { uid, cookie } = await client.newcomer();
    const other = new Client(api.database.url);
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM users WHERE username = $1 FOR UPDATE', [uid]);
    const waiting = client.send('PUT', '/api/user', cookie, { password: 'a new password' });
    const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await api.sql(waits)).length === 0) await setTimeout(10);
    await other.query('UPDATE sessions SET ended_at = now() FROM users u WHERE u.id = user_id AND username = $1', [
      uid,
    ]);
    await other.query('COMMIT');
    await other.end();
    expect((await waiting).status).toBe(401);
    expect((await client.authenticate(uid)).status).toBe(200);
  });

  it.each([
    ['a taken uid', (other: string) => ({ uid: other, name: 'Tom' }), /^Processed Tom, either a format error/],
    ['a path for a uid', () => ({ uid: '../../etc' }), /^Processed Thomas Edison, either a format error/],
    ['a short password', () => ({ password: 'x' }), /^Password must be at least/],
    ['a number for a name', () => ({ name: 7 }), /./],
    ['a list for a password', () => ({ password: [] }), /./],
  ])('cannot change to %s', async (_, changes, message) => {
    const [{ cookie }, { uid: other }] = [await client.newcomer(), await client.newcomer()];
    const answer = await client.send('PUT', '/api/user', cookie, changes(other));
    expect([answer.status, answer.body]).toEqual([400, { message: expect.stringMatching(message) }]);
  });

  it('change nobody but themselves, by whatever they call the other', async () => {
    const [{ cookie, uid }, victim] = [await client.newcomer(), await client.newcomer()];
    const { body } = await client.id(victim.cookie);
    for (const target of [
      { id: body['id'] },
      { _uid: victim.uid },
      { user_id: body['id'] },
      { username: victim.uid },
    ]) {
      const answer = await client.send('PUT', `/api/user?uid=${victim.uid}`, cookie, { ...target, name: 'Mallory' });
      expect(answer.body).toMatchObject({ uid, name: 'Mallory' });
    }
    expect((await client.id(victim.cookie)).body).toEqual(body);
  });

  it('are changed by an administrator, named by uid, and signed out if it is their password', async () => {
    const [{ uid, cookie }, admin] = [await client.newcomer(), await client.newAdmin()];
    const changed = await client.send('PUT', '/api/user', admin.cookie, {
      uid,
      name: 'Renamed',
      password: 'given by an admin',
    });
    expect(changed).toMatchObject({ status: 200, body: { uid, name: 'Renamed', role: 'User' } });
    expect((await client.id(cookie)).status).toBe(401);
    expect((await client.authenticate(uid, 'given by an admin')).status).toBe(200);
    expect((await client.send('PUT', '/api/user', admin.cookie, { name: 'Admin' })).body).toMatchObject({
      uid: admin.uid,
    });
    const unknown = await client.send('PUT', '/api/user', admin.cookie, { uid: 'nobody-here', name: 'Nobody' });
    expect([unknown.status, unknown.body]).toEqual([404, { message: 'User nobody-here not found' }]);
  });

  it('are deleted by administrators alone', async () => {
    const [{ uid, cookie }, other, admin] = [await client.newcomer(), await client.newcomer(), await client.newAdmin()];
    const refused = await client.send('DELETE', '/api/user', other.cookie, { uid });
    const words = { message: 'Insufficient permissions. Required roles: Admin', data: null, error: 'Forbidden' };
    expect([refused.status, refused.body]).toEqual([403, words]);
    const answer = await client.send('DELETE', '/api/user', admin.cookie, { uid });
    expect([answer.status, answer.body]).toEqual([204, { text: '' }]);
    expect((await client.id(cookie)).status).toBe(401);
    const again = await client.send('DELETE', '/api/user', admin.cookie, { uid });
    expect([again.status, again.body]).toEqual([404, { message: `User ${uid} not found` }]);
    expect(await client.send('DELETE', '/api/user', admin.cookie, {})).toMatchObject({ status: 400, body: DETAILS });
  });

  it('always include an active administrator', async () => {
    const alone = await TestApi.start();
    await alone.post('/api/user', { uid: 'root-of-all', name: 'Root', password: PASSWORD });
    await alone.sql(`UPDATE users SET roles = '{user,admin}'`);
    const { pair } = cookieOf(await alone.post('/api/authenticate', { uid: 'root-of-all', password: PASSWORD }), NAME);
    const answer = await alone.send('DELETE', '/api/user', {
      headers: { cookie: pair, 'content-type': 'application/json' },
      body: '{"uid":"root-of-all"}',
    });
    expect(answer).toMatchObject({ status: 409, body: { data: null, error: 'Conflict' } });
  });
});
