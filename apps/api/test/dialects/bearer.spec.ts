import jwt from 'jsonwebtoken';
import { PASSWORD, TestApi } from '../start-api';

describe('the client of angular4-auth', () => {
  it('finds what it calls under /auth', async () => {
    const api = await TestApi.start();
    const body = { email: `${crypto.randomUUID()}@example.com`, password: PASSWORD };
    const registered = await api.post('/auth/register', body);
    expect(registered).toMatchObject({ status: 201, body: { status: 'success', message: 'Successfully registered.' } });
    const taken = await api.post('/auth/register', body);
    expect(taken).toMatchObject({
      status: 409,
      body: { status: 'fail', message: 'User already exists. Please Log in.' },
    });
    expect((await api.post('/auth/register', { email: body.email })).status).toBe(422);
    const wrong = await api.post('/auth/login', { ...body, password: 'wrong password' });
    expect(wrong).toMatchObject({ status: 401, body: { status: 'fail' } });
    const entered = await api.post('/auth/login', body);
    expect(entered).toMatchObject({ status: 200, body: { status: 'success', message: 'Successfully logged in.' } });
    const token = entered.body.auth_token;
    const RFC1123 = /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/;
    for (const path of ['/auth/status', '/auth/user']) {
      const data = { email: body.email, admin: false, registered_on: expect.stringMatching(RFC1123) };
      expect(await api.get(path, token)).toMatchObject({ status: 200, body: { status: 'success', data } });
    }
    const none = await api.send('POST', '/auth/logout');
    expect(none).toMatchObject({ status: 401, body: { status: 'fail', message: 'Provide a valid auth token.' } });
    for (const [authorization, message] of [
      [`Bearer${token}`, 'Bearer token malformed.'],
      [`Basic ${token}`, 'Bearer token malformed.'],
      [`Bearer ${token}=`, 'Invalid token. Please log in again.'],
    ] as const) {
      for (const [method, path] of [
        ['POST', '/auth/logout'],
        ['GET', '/auth/status'],
      ] as const) {
        const answer = await api.send(method, path, { headers: { authorization } });
        expect(answer).toMatchObject({ status: 401, body: { status: 'fail', message } });
      }
    }
    expect(await api.logout(token)).toMatchObject({ status: 200, body: { message: 'Successfully logged out.' } });
    const message = 'Token blacklisted. Please log in again.';
    for (const answer of [await api.get('/auth/status', token), await api.logout(token)]) {
      expect(answer).toMatchObject({ status: 401, body: { status: 'fail', message } });
    }
    const again = await api.post('/auth/login', body);
    expect((await api.get('/auth/status', again.body.auth_token)).status).toBe(200);
  });

  it('may be given a day for a token, since it never refreshes', async () => {
    const api = await TestApi.start({ ACCESS_TOKEN_MINUTES: '1440' });
    const { token } = await api.newcomer();
    const { exp, iat } = jwt.decode(token) as jwt.JwtPayload;
    expect((exp as number) - (iat as number)).toBe(86_400);
  });
});
