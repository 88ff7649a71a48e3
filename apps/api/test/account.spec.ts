import { type Answer, PASSWORD, pathsOf, TestApi } from './start-api';

const NEW = 'another horse battery';

describe('one’s own account', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  const json = (method: string, path: string, token: string, body: unknown): Promise<Answer> =>
    api.send(method, `/auth/account${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const patch = (token: string, body: unknown) => json('PATCH', '', token, body);
  const changePassword = (token: string, current_password: string, new_password = NEW) =>
    json('POST', '/password', token, { current_password, new_password });
  const remove = (token: string, current_password = PASSWORD) => json('DELETE', '', token, { current_password });
  const login = (email: string, password = PASSWORD) => api.post('/auth/login', { email, password });
  const statusOf = async (token: string) => (await api.get('/auth/status', token)).status;
  const refused = (path: string, message: string | RegExp) => ({
    status: 422,
    body: { code: 'invalid_input', errors: [{ path, message: expect.stringMatching(message) }] },
  });

  describe('its profile', () => {
    it('is shown, changed field by field, and its names are taken away by null', async () => {
      const { email, token } = await api.newcomer();
      expect((await api.get('/auth/account', token)).body.data).toMatchObject({ email, display_name: null });
      const username = `ada-${Date.now()}`;
      await patch(token, { display_name: ' Ada  ' });
      const both = await patch(token, { username: username.toUpperCase() });
      expect(both).toMatchObject({ status: 200, body: { data: { display_name: 'Ada', username } } });
      expect((await api.get('/auth/account', token)).body).toEqual(both.body);
      expect((await patch(token, { display_name: null, username: null })).body.data).toMatchObject({
        display_name: null,
        username: null,
      });
    });

    it('lets nobody set what is not theirs to set', async () => {
      const { email, token } = await api.newcomer();
      const wished = { roles: ['admin'], admin: true, is_active: false, email: 'x@example.com', user_id: 'x' };
      const since = { registered_on: null };
      const more = { id: crypto.randomUUID(), password_hash: 'x', passwordHash: 'x' };
      const before = (await api.get('/auth/account', token)).body;
      const [hash] = await api.sql('SELECT * FROM users WHERE email = $1', [email]);
      expect((await patch(token, more)).body).toEqual(before);
      const refusal = await patch(token, { ...wished, ...since, ...more, display_name: 'Ada' });
      expect(refusal).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
      expect(pathsOf(refusal)).toEqual([...Object.keys(wished), 'registered_on'].sort());
      expect((await api.sql('SELECT * FROM users WHERE email = $1', [email]))[0]).toEqual(hash);
    });

    it.each([
      [{ username: 'a' }, 'username'],
      [{ username: 'no spaces' }, 'username'],
      [{ username: 7 }, 'username'],
      [{ display_name: '' }, 'display_name'],
      [{ display_name: 'x'.repeat(101) }, 'display_name'],
      [{ display_name: 'a\u0000b' }, 'display_name'],
      [{ display_name: '\u200b\u200b' }, 'display_name'],
      [{ display_name: 'Ada\u{e0061}' }, 'display_name'],
      [[], ''],
      [null, ''],
    ])('refuses %j', async (body, path) => {
      const { token } = await api.newcomer();
      expect(await patch(token, body)).toMatchObject(refused(path, ''));
    });

    it('has a user name of its own', async () => {
      const username = `taken-${Date.now()}`;
      const [first, second] = [await api.newcomer(), await api.newcomer()];
      await patch(first.token, { username });
      expect(await patch(second.token, { username })).toMatchObject({ status: 409, body: { code: 'username_taken' } });
    });

    it('keeps the one name it can sign in with', async () => {
      const { email, token } = await api.newcomer();
      await patch(token, { username: `only-${Date.now()}` });
      await api.sql('UPDATE users SET email = NULL WHERE email = $1', [email]);
      await api.until(
        () => api.get('/auth/account', token),
        ({ body }) => body.data['email'] === null,
      );
      expect(await patch(token, { username: null })).toMatchObject(refused('username', /not taken away/));
    });
  });

  describe('its password', () => {
    it('is changed with the current one: other sessions end at once, this one stays with a new token', async () => {
      const { email, token } = await api.newcomer();
      const { auth_token: other } = (await login(email)).body;
      expect([await statusOf(token), await statusOf(other)]).toEqual([200, 200]);
      const changed = await changePassword(token, PASSWORD);
      expect(changed).toMatchObject({ status: 200, body: { status: 'success', expires_in: 900 } });
      const { auth_token: renewed } = changed.body;
      expect(await Promise.all([token, other, renewed].map(statusOf))).toEqual([401, 401, 200]);
      expect([(await login(email)).status, (await login(email, NEW)).status]).toEqual([401, 200]);
      expect((await api.get('/auth/account/export', renewed)).body['sessions']).toMatchObject([
        { ended_reason: null },
        { ended_at: expect.stringMatching(/Z$/), ended_reason: 'password_changed' },
        { ended_at: null, ended_reason: null },
      ]);
    });

    it('is not changed with a wrong one, and that signs nobody out', async () => {
      const { email, token } = await api.newcomer();
      const answer = await changePassword(token, 'wrong');
      expect(answer).toMatchObject(refused('current_password', 'This is not your password'));
      expect(answer.headers.get('www-authenticate')).toBeNull();
      expect([await statusOf(token), (await login(email)).status]).toEqual([200, 200]);
    });

    it.each([
      ['the current one', () => PASSWORD],
      ['too short', () => 'short'],
      ['common', () => 'password123'],
      ['the e-mail', (email: string) => email],
    ])('is not changed to one that is %s', async (_, of) => {
      const { email, token } = await api.newcomer();
      expect(await changePassword(token, PASSWORD, of(email))).toMatchObject(refused('new_password', /\w/));
      expect((await login(email)).status).toBe(200);
    });

    it('is told what the new one lacks before the current one is looked at', async () => {
      const { token } = await api.newcomer();
      for (let attempt = 0; attempt < 7; attempt += 1)
        expect(await changePassword(token, 'wrong', 'aaaaaaaaaaaaaaa')).toMatchObject(
          refused('new_password', 'repeats'),
        );
    });

    it('is changed once where two change it at once', async () => {
      const { email, token } = await api.newcomer();
      const { auth_token: other } = (await login(email)).body;
      const wanted = [`${NEW} 1`, `${NEW} 2`];
      const answers = await Promise.all([
        changePassword(token, PASSWORD, wanted[0]),
        changePassword(other, PASSWORD, wanted[1]),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
      const winner = answers.findIndex(({ status }) => status === 200);
      expect((await login(email, wanted[winner])).status).toBe(200);
      expect(await statusOf(answers[winner]?.body.auth_token as string)).toBe(200);
      expect(await Promise.all([token, other].map(statusOf))).toEqual([401, 401]);
    });

    it('leaves no session behind that the old one opened, however the two meet', async () => {
      const { email, token } = await api.newcomer();
      const [changed, ...logins] = await Promise.all([
        changePassword(token, PASSWORD),
        ...Array.from({ length: 20 }, () => login(email)),
      ]);
      expect(changed?.status).toBe(200);
      const entered = logins.filter(({ status }) => status === 200);
      expect(await Promise.all(entered.map(({ body }) => statusOf(body.auth_token)))).toEqual(entered.map(() => 401));
    });

    it('is guessed five times a session, however many guesses come at once', async () => {
      const { email, token } = await api.newcomer();
      const guesses = await Promise.all(Array.from({ length: 12 }, () => changePassword(token, 'wrong')));
      const refusals = guesses.filter(({ status }) => status === 429);
      expect([refusals.length, guesses.filter(({ status }) => status === 422).length]).toEqual([7, 5]);
      expect(refusals[0]?.body.code).toBe('too_many_requests');
      expect(Number(refusals[0]?.headers.get('retry-after'))).toBeGreaterThan(800);
      for (const ask of [changePassword(token, PASSWORD), remove(token)]) expect((await ask).status).toBe(429);
      const { auth_token: owner } = (await login(email)).body;
      expect((await changePassword(owner, PASSWORD)).status).toBe(200);
    });

    it('is not counted against whom gets it right', async () => {
      let { token } = await api.newcomer();
      const passwords = [PASSWORD, NEW, PASSWORD, NEW];
      for (let round = 1; round < passwords.length; round += 1) {
        for (let guess = 0; guess < 4; guess += 1) await changePassword(token, 'wrong');
        const changed = await changePassword(token, passwords[round - 1] as string, passwords[round]);
        expect(changed.status).toBe(200);
        token = changed.body.auth_token;
      }
    });
  });

  describe('its end', () => {
    it('takes all with it', async () => {
      const { email, token } = await api.newcomer();
      const { auth_token: other } = (await login(email)).body;
      expect(await statusOf(other)).toBe(200);
      const answer = await remove(token);
      expect(answer).toMatchObject({ status: 200, body: { status: 'success' } });
      expect(answer.headers.get('set-cookie')).toMatch(/^latchkey_3000_refresh=;.*Path=\/auth/);
      expect([await statusOf(token), await statusOf(other), (await login(email)).status]).toEqual([401, 401, 401]);
      expect((await api.post('/auth/register', { email, password: PASSWORD })).status).toBe(201);
    });

    it.each([
      ['a wrong password', { current_password: 'wrong' }],
      ['none', {}],
      ['no body', undefined],
    ])('does not come with %s', async (_, body) => {
      const { token } = await api.newcomer();
      expect((await json('DELETE', '', token, body)).status).toBe(422);
      expect(await statusOf(token)).toBe(200);
    });

    it('is not for the last administrator', async () => {
      const { email, token } = await api.newcomer();
      await api.sql(`UPDATE users SET roles = '{user,admin}' WHERE email = $1`, [email]);
      expect(await remove(token)).toMatchObject({ status: 409, body: { code: 'last_admin' } });
      expect(await statusOf(token)).toBe(200);
    });
  });

  it('is handed over as a file, with nothing that would let others in', async () => {
    const { email, token } = await api.newcomer();
    await api.newcomer();
    const { auth_token: other } = (await login(email)).body;
    await api.logout(other);
    const { status, headers, body } = await api.get('/auth/account/export', token);
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="latchkey-account.json"']);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ account: { email }, exported_on: expect.stringMatching(/Z$/) });
    expect(body['sessions']).toMatchObject([
      { ended_reason: 'logout', address: '127.0.0.1' },
      { ended_at: null, ended_reason: null },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/secret|hash|\$2b\$/);
  });
});
