import { Client } from 'pg';
import { jest } from '@jest/globals';
import { Notifications } from '@latchkey/nest/database';
import { setTimeout } from 'node:timers/promises';
import { whileFull } from './full-queue';
import { PASSWORD, TestApi } from './start-api';

describe('a request', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start({ CORS_ORIGINS: 'https://app.acme.test' })));

  const failure = (code: string) => ({
    status: 'fail',
    code,
    message: expect.any(String),
    request_id: expect.any(String),
  });

  it.each([
    ['an unknown address', 'GET', '/auth/nothing', 404, 'not_found'],
    ['a broken address', 'GET', '/%zz', 400, 'malformed_request'],
    ['the wrong method', 'DELETE', '/auth/login', 405, 'method_not_allowed'],
    ['no body', 'POST', '/auth/login', 422, 'invalid_input'],
  ])('with %s is refused in JSON', async (_, method, path, status, code) => {
    expect(await api.send(method, path)).toMatchObject({ status, body: failure(code) });
  });

  it.each([
    ['broken JSON', '{"email": ', 'application/json', 400, 'malformed_json'],
    ['an empty body', '', 'application/json', 422, 'invalid_input'],
    ['a list', '[]', 'application/json', 422, 'invalid_input'],
    ['a form', 'email=ada%40example.com', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
    ['plain text', '{}', 'text/plain', 415, 'unsupported_media_type'],
    ['deep nesting', '{"email":'.repeat(1500) + '1' + '}'.repeat(1500), 'application/json', 400, 'malformed_json'],
    ['1 MB', `{"email":"${'x'.repeat(1_000_000)}"}`, 'application/json', 413, 'too_large'],
    [
      'NUL in the e-mail',
      '{"email":"a\\u0000@example.com","password":"correct horse battery"}',
      'application/json',
      422,
      'invalid_input',
    ],
    [
      'a lone surrogate',
      '{"email":"a@example.com","password":"\\ud800 correct horse"}',
      'application/json',
      422,
      'invalid_input',
    ],
    [
      'a 300-character e-mail',
      `{"email":"${'x'.repeat(300)}@example.com","password":"correct horse"}`,
      'application/json',
      422,
      'invalid_input',
    ],
    ['objects for strings', '{"email":{"$ne":1},"password":{"a":1}}', 'application/json', 422, 'invalid_input'],
    [
      'a prototype',
      '{"__proto__":{"admin":true},"email":"a@b.co","password":"x"}',
      'application/json',
      400,
      'malformed_json',
    ],
  ])('with %s as its body is refused in JSON', async (_, body, type, status, code) => {
    const answer = await api.post('/auth/register', body, { 'content-type': type });
    expect(answer).toMatchObject({ status, body: failure(code) });
  });

  it('is not signed in by a password whose bytes only look alike once they are decoded', async () => {
    const { email } = await api.newcomer();
    const body = Buffer.from(JSON.stringify({ email, password: 'Zürich is lovely' }), 'latin1');
    const init = { headers: { 'content-type': 'application/json' }, body };
    expect(await api.send('POST', '/auth/login', init)).toMatchObject({ status: 400, body: failure('malformed_json') });
  });

  it('with a wrong method learns the right one', async () => {
    expect((await api.send('DELETE', '/auth/login')).headers.get('allow')).toBe('POST');
  });

  it('with headers over 16 KiB is refused in JSON', async () => {
    const answer = await api.send('GET', '/auth/status', { headers: { 'x-long': 'x'.repeat(20_000) } });
    expect(answer).toMatchObject({ status: 431, body: failure('too_large') });
  });

  it('for the status of a signed-in user costs one query, and none while the session is remembered', async () => {
    const { token } = await api.newcomer();
    const link = api.app.get(Notifications);
    for (let turn = 0; turn < 2_000 && !link.isFresh(); turn += 1) await setTimeout(10);
    // Time stands still, lest the link count as cut where this process had to wait for its turn.
    jest.spyOn(performance, 'now').mockReturnValue(performance.now());
    const query = jest.spyOn(Client.prototype, 'query');
    // The link that listens for changes proves once a second that it is alive, and that it hears.
    const isHeartbeat = (text: string) => text === 'SELECT 1' || text.includes('pg_notify');
    const asked = () => query.mock.calls.filter(([text]) => !isHeartbeat(String(text))).length;
    expect((await api.get('/auth/status', token)).status).toBe(200);
    expect(asked()).toBe(1);
    expect((await api.get('/auth/status', token)).status).toBe(200);
    expect(asked()).toBe(1);
    jest.restoreAllMocks();
  });

  it('from a listed origin may carry credentials; any other origin gets no CORS header', async () => {
    const preflight = (origin: string) =>
      api.send('OPTIONS', '/auth/login', {
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    const ours = await preflight('https://app.acme.test');
    expect(ours.headers.get('access-control-allow-origin')).toBe('https://app.acme.test');
    expect(ours.headers.get('access-control-allow-credentials')).toBe('true');
    for (const origin of ['https://evil.test', 'https://app.acme.test.evil.test', 'null']) {
      const names = [...(await preflight(origin)).headers.keys()];
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('is answered with the headers that keep it from being cached, framed or sniffed', async () => {
    for (const { headers } of [
      await api.get('/auth/status'),
      await api.get('/nowhere'),
      await api.get('/health/live'),
    ]) {
      expect(headers.get('cache-control')).toMatch(/no-store/);
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('finds the server alive and ready', async () => {
    expect(await api.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    // A database that takes its time on a busy machine is not ready at that moment.
    const ready = await api.until(
      () => api.get('/health/ready'),
      ({ status }) => status === 200,
    );
    expect(ready).toMatchObject({ status: 200, body: { details: { database: { status: 'up' } } } });
  });

  it('believes X-Forwarded-For only from the configured number of proxies', async () => {
    const addressOf = async (target: TestApi) => {
      const body = { email: `${crypto.randomUUID()}@example.com`, password: PASSWORD };
      await target.post('/auth/register', body, { 'x-forwarded-for': '198.51.100.7, 203.0.113.9' });
      const [row] = await target.sql<{ address: string }>(
        'SELECT address FROM sessions ORDER BY created_at DESC LIMIT 1',
      );
      return row?.address;
    };
    const behindOne = await TestApi.start({ TRUSTED_PROXIES: '1' });
    expect([await addressOf(api), await addressOf(behindOne)]).toEqual(['127.0.0.1', '203.0.113.9']);
  });
});

describe('a server that cannot answer now', () => {
  it('says 503 and when to come back while more passwords wait than it may take on, and stays fast besides', async () => {
    const api = await TestApi.start({ PASSWORD_THREADS: '1', PASSWORD_QUEUE: '2' });
    const { token } = await api.newcomer();
    const login = () => api.post('/auth/login', { email: 'x@example.com', password: PASSWORD });
    await whileFull(api, 3, async () => {
      for (const answer of await Promise.all(Array.from({ length: 20 }, login))) {
        expect(answer).toMatchObject({ status: 503, body: { status: 'error', code: 'unavailable' } });
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect((await api.get('/auth/status', token)).status).toBe(200);
    });
    expect((await login()).status).toBe(401);
  });

  it('says 503 while the database is away, never 401 or 500, and recovers by itself', async () => {
    const api = await TestApi.start();
    const { token } = await api.newcomer();
    const [{ name } = { name: '' }] = await api.sql<{ name: string }>('SELECT current_database() AS name');
    const admin = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1', [name]);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await api.get('/auth/status', token);
      expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    }
    expect((await api.get('/health/live')).status).toBe(200);
    expect((await api.get('/health/ready')).status).toBe(503);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.end();
    expect((await api.get('/auth/status', token)).status).toBe(200);
  });
});
