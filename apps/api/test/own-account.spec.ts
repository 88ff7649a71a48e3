import { TestApi } from './start-api';

/** Three ways to take an administrator away. */
const WAYS = [
  ['demoting', 'PATCH', { roles: ['user'] }],
  ['disabling', 'PATCH', { is_active: false }],
  ['deleting', 'DELETE', undefined],
] as const;

describe.each(WAYS)('%s an administrator', (_, method, body) => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));
  beforeEach(() => api.sql('TRUNCATE users CASCADE'));

  it('is not for the last of them', async () => {
    const { id, token } = await api.administrator();
    expect(await api.as(token, method, `/users/${id}`, body)).toMatchObject({
      status: 409,
      body: { code: 'last_admin' },
    });
    expect((await api.get('/users', token)).status).toBe(200);
  });

  it('is not for themselves, however the id is spelt', async () => {
    const [{ id, token }] = await Promise.all([api.administrator(), api.administrator()]);
    for (const own of [id, id.toUpperCase()]) {
      const refused = await api.as(token, method, `/users/${own}`, body);
      expect(refused).toMatchObject({ status: 409, body: { code: 'own_account' } });
    }
    expect((await api.as(token, 'PATCH', `/users/${id}`, { roles: ['admin'], display_name: 'Me' })).status).toBe(200);
  });

  it('leaves one when the last two do it to each other at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [ada, eve] = await Promise.all([api.administrator(), api.administrator()]);
      const answers = await Promise.all([
        api.as(ada.token, method, `/users/${eve.id}`, body),
        api.as(eve.token, method, `/users/${ada.id}`, body),
      ]);
      const left = `SELECT count(*)::int AS n FROM users WHERE is_active AND 'admin' = ANY (roles)`;
      expect(await api.sql(left)).toEqual([{ n: 1 }]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const loser = answers.find(({ status }) => status !== 200)?.body.code;
      // Who is late enough finds that they are no administrator any more, or signed out.
      expect(['last_admin', 'permission_missing', 'session_revoked']).toContain(loser);
      await api.sql('TRUNCATE users CASCADE');
    }
  });
});
