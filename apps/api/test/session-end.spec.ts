import { TestApi } from './start-api';

describe('a session that is in use', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  it.each(['expires_at', 'idle_expires_at'])('is over once its %s has come', async (column) => {
    const { email, token } = await api.newcomer();
    const soon = `UPDATE sessions SET ${column} = now() + interval '2 seconds'
                   WHERE user_id = (SELECT id FROM users WHERE email = $1)`;
    await api.sql(soon, [email]);
    const answer = await api.until(
      () => api.get('/auth/status', token),
      ({ status }) => status !== 200,
    );
    expect(answer).toMatchObject({ status: 401, body: { code: 'session_revoked' } });
  });
});
