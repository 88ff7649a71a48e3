import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PASSWORD, TestApi } from './start-api';

const ORIGIN = 'http://devbox.lan:3000';
const person = () => ({ email: `${crypto.randomUUID()}@example.com`, password: PASSWORD });

describe('plain http on a name other than localhost', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start({ PUBLIC_URL: 'https://login.acme.test' })));

  it('is refused at once, by a sentence and in the log, where cookies are for https alone', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const body = person();
    await api.post('/auth/register', body);
    for (const path of ['/auth/register', '/auth/login']) {
      const answer = await api.post(path, body, { origin: ORIGIN });
      expect(answer).toMatchObject({ status: 403, body: { code: 'origin_refused' } });
      expect(answer.body['message']).toMatch(/sign in at https:\/\/login\.acme\.test.*PUBLIC_URL/);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(JSON.stringify(warned.mock.calls)).toMatch(/devbox\.lan.*PUBLIC_URL/);
    warned.mockRestore();
  });

  it.each([
    ['https', { origin: 'https://login.acme.test' }],
    ['localhost, where browsers keep them', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['a client without cookies', { origin: ORIGIN, 'x-refresh': 'body' }],
    ['what is no browser', {}],
  ])('leaves %s alone', async (_, headers) => {
    expect((await api.post('/auth/register', person(), headers)).status).toBe(201);
  });
});
