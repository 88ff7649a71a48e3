import { PASSWORD, TestApi } from './start-api';

describe('what an administrator sees and does of somebody’s sessions', () => {
  let api: TestApi;
  let admin: Awaited<ReturnType<TestApi['administrator']>>;
  beforeAll(async () => {
    api = await TestApi.start();
    admin = await api.administrator();
  });

  const get = async <T>(path: string) => (await api.get(path, admin.token)).body.data as unknown as T;
  const somebody = async () => {
    const { email, token } = await api.newcomer();
    const [person] = await get<{ user_id: string; last_seen: string | null }[]>(`/users?search=${email}`);
    return { email, token, ...(person as { user_id: string; last_seen: string | null }) };
  };
  const sessionsOf = (id: string) => get<{ session_id: string; current: boolean }[]>(`/users/${id}/sessions`);

  it('tells in the list when somebody was last seen, and of who never came nothing', async () => {
    const { user_id, last_seen } = await somebody();
    expect(Date.now() - Date.parse(String(last_seen))).toBeLessThan(60_000);
    await api.sql(`DELETE FROM sessions WHERE user_id = $1`, [user_id]);
    const list = await get<{ user_id: string; last_seen: string | null }[]>('/users');
    expect(list.find((one) => one.user_id === user_id)?.last_seen).toBeNull();
  });

  it('shows them as their owner sees them, and one’s own as the one that asks', async () => {
    const { email, user_id } = await somebody();
    await api.post('/auth/login', { email, password: PASSWORD });
    expect((await sessionsOf(user_id)).map(({ current }) => current)).toEqual([false, false]);
    expect((await sessionsOf(admin.id)).map(({ current }) => current)).toEqual([true]);
  });

  it('ends one of them at once, and of another’s none', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const [session] = await sessionsOf(one.user_id);
    const end = (id: string) => api.as(admin.token, 'DELETE', `/users/${id}/sessions/${session?.session_id}`);
    expect(await end(other.user_id)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect((await api.get('/auth/status', one.token)).status).toBe(200);
    expect((await end(one.user_id)).status).toBe(200);
    expect((await api.get('/auth/status', one.token)).body.code).toBe('session_revoked');
  });

  it('answers 404 where there is nobody, and 403 to who has no permission', async () => {
    const { token, user_id } = await somebody();
    expect((await api.get(`/users/${crypto.randomUUID()}/sessions`, admin.token)).status).toBe(404);
    expect((await api.get(`/users/${user_id}/sessions`, token)).body).toMatchObject({ code: 'permission_missing' });
  });
});
