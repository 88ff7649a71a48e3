import { type Answer, PASSWORD, TestApi } from './start-api';

const PAGE = { 'sec-fetch-site': 'same-origin' };
const BODY = { current_password: PASSWORD, new_password: 'another horse battery' };
const cookiesOf = ({ headers }: Answer) => headers.getSetCookie().map((line) => line.split(';', 1)[0] as string);
const tokensIn = ({ body }: Answer) => Object.keys(body).filter((key) => key.endsWith('token'));

describe('the answer to a change of the password', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));

  const enter = async (body: object = {}) => {
    const email = `${crypto.randomUUID()}@example.com`;
    const answer = await api.post('/auth/register', { email, password: PASSWORD, ...body });
    return { token: answer.body.auth_token, cookies: cookiesOf(answer) };
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const change = (headers: Record<string, string>) => api.post('/auth/account/password', BODY, { ...PAGE, ...headers });
  const refreshBy = (cookies: string[]) => api.post('/auth/refresh', {}, { ...PAGE, cookie: cookies.join('; ') });

  it('brings the refresh token by cookie where it came so, and leaves the cookie before it dead', async () => {
    const { token, cookies } = await enter();
    const changed = await change({ ...bearer(token), cookie: cookies.join('; ') });
    expect([changed.status, tokensIn(changed), cookiesOf(changed).length]).toEqual([200, ['auth_token'], 1]);
    expect((await api.get('/auth/status', changed.body.auth_token)).status).toBe(200);
    expect((await api.get('/auth/status', token)).body.code).toBe('token_expired');
    const late = await refreshBy(cookies);
    // The cookie of the change may have come already: this answer must not take it away.
    expect([late.body.code, cookiesOf(late)]).toEqual(['refresh_invalid', []]);
    expect((await refreshBy(cookiesOf(changed))).status).toBe(200);
  });

  it.each([
    ['was asked for there', { 'x-refresh': 'body' }, () => []],
    ['did not come by cookie', {}, () => []],
    ['is of another session than the cookie', {}, async () => (await enter()).cookies],
  ])('brings it in the body where it %s', async (_, headers, cookies) => {
    const { token } = await enter();
    const cookie = (await cookies()).join('; ');
    const changed = await change({ ...headers, ...bearer(token), ...(cookie && { cookie }) });
    expect([tokensIn(changed).sort(), cookiesOf(changed)]).toEqual([['auth_token', 'refresh_token'], []]);
    const refresh_token = changed.body['refresh_token'];
    expect((await api.post('/auth/refresh', { refresh_token })).status).toBe(200);
  });

  it('keeps a session for as long as it was to be kept', async () => {
    const { token, cookies } = await enter({ remember: false });
    const changed = await change({ ...bearer(token), cookie: cookies.join('; ') });
    expect(changed.headers.getSetCookie()).toEqual([expect.not.stringMatching(/max-age|expires/i)]);
  });
});
