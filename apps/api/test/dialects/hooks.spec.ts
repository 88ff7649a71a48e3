import { Hooks } from '@latchkey/nest/users';
import { PASSWORD, TestApi } from '../start-api';
import { newUid, UidClient } from './uid-client';

describe('hooks of an application', () => {
  const told: string[] = [];
  let api: TestApi;
  let client: UidClient;
  beforeAll(async () => {
    api = await TestApi.start();
    client = new UidClient(api);
    api.app.get(Hooks, { strict: false }).own = {
      beforeSignUp: ({ username }) => (username?.startsWith('evil') ? { username: 'Not you' } : undefined),
      signedUp: ({ username }) => void told.push(`up ${username}`),
      signedIn: ({ username }) => void told.push(`in ${username}`),
      passwordChanged: ({ username }) => void told.push(`password ${username}`),
      sessionEnded: ({ reason }) => void told.push(`ended ${reason}`),
      deleted: ({ username }) => void told.push(`deleted ${username}`),
    };
  });
  beforeEach(() => (told.length = 0));

  it('are called on the roads of flask_2025', async () => {
    const { uid, cookie } = await client.newcomer();
    expect(told).toEqual([`up ${uid}`, `in ${uid}`]);
    await client.send('PUT', '/api/user', cookie, { password: 'a better horse battery' });
    expect(told.slice(2)).toEqual([`password ${uid}`, 'ended password_changed']);
    const admin = await client.newAdmin();
    await client.send('DELETE', '/api/user', admin.cookie, { uid });
    expect(told).toContain(`deleted ${uid}`);
  });

  it('are called on the roads of jwtlogin-flask', async () => {
    const username = newUid();
    expect((await api.post('/api/registration', { username, password: PASSWORD })).status).toBe(200);
    expect(told).toEqual([`up ${username}`, `in ${username}`]);
  });

  it('refuse sign-ups of older clients too', async () => {
    await client.signUp('evil-uid');
    await api.post('/api/registration', { username: 'evil-name', password: PASSWORD });
    expect(told).toEqual([]);
    expect(await api.sql(`SELECT FROM users WHERE username LIKE 'evil%'`)).toEqual([]);
  });
});
