import { PASSWORD, pathsOf, TestApi } from './start-api';

const USER = ['user_id', 'email', 'username', 'display_name', 'admin', 'roles', 'is_active', 'registered_on'];

describe('administering users', () => {
  let api: TestApi;
  let admin: Awaited<ReturnType<TestApi['administrator']>>;
  beforeAll(async () => {
    api = await TestApi.start();
    admin = await api.administrator();
  });

  const ask = (method: string, path: string, body?: unknown) => api.as(admin.token, method, path, body);
  const login = (email: string, password = PASSWORD) => api.post('/auth/login', { email, password });
  async function newcomer() {
    const { email, token } = await api.newcomer();
    const { body } = await api.get('/auth/status', token);
    return { email, token, id: body.data['user_id'] as string };
  }

  it('creates somebody, whose password is shown once where none was chosen', async () => {
    const sent = { email: ' Ada@Example.com', roles: ['user'], username: 'Ada', display_name: 'Ada L.' };
    const { status, body } = await ask('POST', '/users', sent);
    expect(status).toBe(201);
    expect(Object.keys(body).sort()).toEqual(['data', 'generated_password', 'message', 'status']);
    expect(Object.keys(body.data)).toEqual(USER);
    expect(body.data).toMatchObject({
      email: 'ada@example.com',
      username: 'ada',
      display_name: 'Ada L.',
      admin: false,
    });
    expect(body['generated_password']).toMatch(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect((await login('ada@example.com', body['generated_password'] as string)).status).toBe(200);
    const { body: read } = await ask('GET', `/users/${body.data['user_id']}`);
    expect(read).toEqual({ status: 'success', data: body.data });
  });

  it('creates somebody with the password that was chosen, under the same rules as everybody’s', async () => {
    const created = await ask('POST', '/users', { email: 'grace@example.com', password: PASSWORD, roles: ['admin'] });
    expect(created).toMatchObject({ status: 201, body: { data: { admin: true, roles: ['admin'], username: null } } });
    expect(created.body).not.toHaveProperty('generated_password');
    expect(created.body).not.toHaveProperty('auth_token');
    expect((await login('grace@example.com')).status).toBe(200);
    await ask('DELETE', `/users/${created.body.data['user_id']}`);
    for (const [body, path] of [
      [{ email: 'lin@example.com', password: 'password123' }, 'password'],
      [{ email: 'lin@example.com', password: 'lin@example.com' }, 'password'],
      [{ email: 'lin@example.com', roles: ['root'] }, 'roles.0'],
      [{ email: 'lin@example.com', username: 'a b' }, 'username'],
      [{ email: 'lin' }, 'email'],
      [{}, 'email'],
    ] as const) {
      const { status, body: said } = await ask('POST', '/users', body);
      expect([status, said['errors']]).toEqual([422, [{ path, message: expect.any(String) }]]);
    }
    expect(await ask('POST', '/users', { email: admin.email })).toMatchObject({
      status: 409,
      body: { code: 'email_taken' },
    });
    const taken = { email: 'other@example.com', username: 'ADA' };
    expect(await ask('POST', '/users', taken)).toMatchObject({ status: 409, body: { code: 'username_taken' } });
  });

  it('changes roles and name, and nothing that is not named', async () => {
    const { id, email, token } = await newcomer();
    const before = await api.sql('SELECT * FROM users WHERE id = $1', [id]);
    const unknown = { id: admin.id, password: 'x', password_hash: 'x', passwordHash: 'x' };
    const untouched = await ask('PATCH', `/users/${id}`, unknown);
    expect(untouched).toMatchObject({ status: 200, body: { data: { user_id: id, email, admin: false } } });
    const fixed = { user_id: admin.id, email: 'x@example.com', username: 'x', admin: true, registered_on: null };
    const refused = await ask('PATCH', `/users/${id}`, { ...fixed, ...unknown, display_name: 'Kay' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    expect(pathsOf(refused)).toEqual(Object.keys(fixed).sort());
    expect(await api.sql('SELECT * FROM users WHERE id = $1', [id])).toEqual(before);
    const named = await ask('PATCH', `/users/${id}`, { display_name: ' Kay ', roles: ['admin', 'admin'] });
    expect(named.body.data).toMatchObject({ display_name: 'Kay', admin: true, roles: ['admin'] });
    expect((await api.get('/auth/status', token)).body.data).toMatchObject({ admin: true, roles: ['admin'] });
    await ask('PATCH', `/users/${id}`, { roles: ['user'], display_name: null });
    expect((await ask('GET', `/users/${id}`)).body.data).toMatchObject({ display_name: null, roles: ['user'] });
  });

  it('says which roles there are to whom sends another one', async () => {
    const { id } = await newcomer();
    const { status, body } = await ask('PATCH', `/users/${id}`, { roles: ['user', 'root'] });
    expect([status, body['errors']]).toEqual([422, [{ path: 'roles.1', message: 'Choose user or admin' }]]);
    expect((await ask('GET', `/users/${id}`)).body.data).toMatchObject({ roles: ['user'] });
  });

  it('takes nothing through registration or login that only an administrator may say', async () => {
    const email = 'mallory@example.com';
    const more = {
      roles: ['admin'],
      admin: true,
      is_active: false,
      username: 'mallory',
      display_name: 'x',
      user_id: admin.id,
    };
    const { body } = await api.post('/auth/register', { email, password: PASSWORD, ...more });
    expect(body.data).toMatchObject({
      admin: false,
      roles: ['user'],
      is_active: true,
      username: null,
      display_name: null,
    });
    expect(body.data['user_id']).not.toBe(admin.id);
  });

  it('lets a role bite at the very next call, and its loss too', async () => {
    const { id, token } = await newcomer();
    for (let round = 0; round < 5; round += 1) {
      expect((await api.get('/users', token)).body.code).toBe('permission_missing');
      await ask('PATCH', `/users/${id}`, { roles: ['user', 'admin'] });
      expect((await api.get('/users', token)).status).toBe(200);
      await ask('PATCH', `/users/${id}`, { roles: ['user'] });
    }
    expect((await api.get('/auth/status', token)).status).toBe(200);
  });

  it('signs a disabled user out at once and for good', async () => {
    const { id, email, token } = await newcomer();
    await api.get('/auth/status', token);
    expect((await ask('PATCH', `/users/${id}`, { is_active: false })).body.data).toMatchObject({ is_active: false });
    expect((await api.get('/auth/status', token)).body.code).toBe('session_revoked');
    expect((await login(email)).body).toMatchObject({ code: 'account_disabled' });
    await ask('PATCH', `/users/${id}`, { is_active: true });
    expect((await api.get('/auth/status', token)).body.code).toBe('session_revoked');
    expect((await login(email)).status).toBe(200);
  });

  it('brings no session back that was opened while the user was being disabled', async () => {
    const { id, token } = await newcomer();
    await api.sql('UPDATE users SET is_active = false WHERE id = $1', [id]);
    await ask('PATCH', `/users/${id}`, { is_active: true });
    expect((await api.get('/auth/status', token)).body.code).toBe('session_revoked');
  });

  it('leaves the sessions of whom it enables alone where nobody was disabled', async () => {
    const { id, token } = await newcomer();
    await ask('PATCH', `/users/${id}`, { is_active: true, display_name: 'Lin' });
    expect((await api.get('/auth/status', token)).status).toBe(200);
  });

  it('ends all sessions of a user', async () => {
    const { id, email, token } = await newcomer();
    const second = (await login(email)).body.auth_token;
    expect(await ask('DELETE', `/users/${id}/sessions`)).toMatchObject({ status: 200, body: { status: 'success' } });
    for (const ended of [token, second])
      expect((await api.get('/auth/status', ended)).body.code).toBe('session_revoked');
    expect((await login(email)).status).toBe(200);
  });

  it('deletes a user and all that is theirs', async () => {
    const { id, email, token } = await newcomer();
    await api.get('/auth/status', token);
    expect(await ask('DELETE', `/users/${id}`)).toMatchObject({ status: 200, body: { status: 'success' } });
    expect((await api.get('/auth/status', token)).body.code).toBe('session_revoked');
    expect((await login(email)).body.code).toBe('wrong_credentials');
    expect(await api.sql('SELECT FROM sessions WHERE user_id = $1', [id])).toEqual([]);
    expect((await ask('DELETE', `/users/${id}`)).status).toBe(404);
  });

  it.each([crypto.randomUUID(), 'ada', '1', '%00', "'", 'null', '%7B' + crypto.randomUUID() + '%7D'])(
    'knows nobody called %s',
    async (id) => {
      for (const [method, path, body] of [
        ['GET', `/users/${id}`],
        ['PATCH', `/users/${id}`, {}],
        ['DELETE', `/users/${id}`],
        ['DELETE', `/users/${id}/sessions`],
      ] as const) {
        expect(await ask(method, path, body)).toMatchObject({ status: 404, body: { code: 'not_found' } });
      }
    },
  );
});
