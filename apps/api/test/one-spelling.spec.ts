import { PASSWORD, TestApi } from './start-api';

/** As people type it, as programs do, and as it is stored. */
const TYPED = ['ada@exümple.org', 'ADA@exu\u0308mple.ORG', 'ada@xn--exmple-4ya.org'];
const [, , STORED] = TYPED;

describe('an address in another script', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  it.each([
    ['registered here', 'ada', (email: string) => api.post('/auth/register', { email, password: PASSWORD })],
    [
      'registered by an older client',
      'eve',
      (email: string) => api.post('/api/register', { email, password: PASSWORD }),
    ],
    [
      'made by an administrator',
      'kay',
      async (email: string) =>
        api.as((await api.administrator()).token, 'POST', '/users', { email, password: PASSWORD }),
    ],
  ])('is one account, %s and found on every road', async (_, name, make) => {
    const spellings = TYPED.map((typed) => typed.replace(/^ada/i, name));
    expect((await make(spellings[0] as string)).status).toBeLessThan(300);
    for (const email of spellings) {
      expect((await api.post('/auth/login', { email, password: PASSWORD })).status).toBe(200);
      expect((await api.post('/api/login', { email, password: PASSWORD })).body).toEqual({ result: true });
      expect((await api.post('/auth/register', { email, password: PASSWORD })).body.code).toBe('email_taken');
    }
    const { token } = await api.administrator();
    for (const email of spellings) {
      const found = await api.get(`/users?search=${encodeURIComponent(email)}`, token);
      expect(found.body.data).toMatchObject([{ email: STORED?.replace(/^ada/, name) }]);
    }
  });
});
