import { Notifications } from '@latchkey/nest/database';
import { TestApi } from './start-api';

describe('what an administrator changes on a replica that the database’s word does not reach', () => {
  let api: TestApi;
  let admin: Awaited<ReturnType<TestApi['administrator']>>;
  beforeAll(async () => {
    api = await TestApi.start();
    admin = await api.administrator();
    api.app.get(Notifications).removeAllListeners('told');
  });

  it.each([
    ['a role', 'PATCH', '', { roles: ['admin'] }, [200, undefined]],
    ['a lost role', 'PATCH', '', { roles: ['user'] }, [403, 'permission_missing']],
    ['being disabled', 'PATCH', '', { is_active: false }, [401, 'session_revoked']],
    ['the end of all sessions', 'DELETE', '/sessions', undefined, [401, 'session_revoked']],
    ['being deleted', 'DELETE', '', undefined, [401, 'session_revoked']],
  ] as const)('bites there all the same, before it is answered: %s', async (what, method, more, body, bitten) => {
    const { email, token } = await api.newcomer();
    if (what === 'a lost role') await api.sql(`UPDATE users SET roles = '{admin}' WHERE email = $1`, [email]);
    const [{ id }] = (await api.sql('SELECT id FROM users WHERE email = $1', [email])) as [{ id: string }];
    const usual = what === 'a lost role' ? 200 : 403;
    for (let round = 0; round < 2; round += 1) expect((await api.get('/users', token)).status).toBe(usual);
    expect((await api.as(admin.token, method, `/users/${id}${more}`, body)).status).toBe(200);
    const answer = await api.get('/users', token);
    expect([answer.status, answer.body.code]).toEqual(bitten);
  });
});
