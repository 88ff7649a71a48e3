import { Notifications } from '@latchkey/nest/database';
import { testDatabase } from '@latchkey/server/testing';
import { TestApi } from './start-api';
import { Wire } from './wire';

describe('a session that ends while the link that would tell of it', () => {
  let api: TestApi;
  let wire: Wire;
  beforeEach(async () => {
    const { url } = await testDatabase();
    wire = await Wire.to(url);
    api = await TestApi.start({ DATABASE_URL: url, DATABASE_DIRECT_URL: wire.url });
  });
  afterEach(() => wire.cut());

  it.each([
    ['is silent', () => wire.fallSilent()],
    ['is cut and cannot be had again', () => wire.cut()],
  ])('%s is refused long before it would be forgotten', async (_, lose) => {
    const { token } = await api.newcomer();
    const status = () => api.get('/auth/status', token);
    const link = api.app.get(Notifications);
    let isListening = false;
    await api.until(status, () => (isListening ||= link.isFresh()));
    expect([isListening, (await status()).status, (await status()).status]).toEqual([true, 200, 200]);
    lose();
    await api.sql('UPDATE sessions SET ended_at = now()');
    expect(await api.until(status, (answer) => answer.status === 401)).toMatchObject({
      body: { code: 'session_revoked' },
    });
  });
});
