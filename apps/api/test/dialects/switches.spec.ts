import { PASSWORD, TestApi } from '../start-api';

describe('DIALECTS', () => {
  it('serves those it names alone', async () => {
    const api = await TestApi.start({ DIALECTS: '000' });
    expect((await api.get('/api/status')).body).toEqual({ status: false });
    for (const path of ['/api', '/api/protected', '/api/id', '/api/user']) {
      expect(await api.get(path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
    const answer = await api.post('/api/login', { username: 'ada', password: PASSWORD });
    expect([answer.status, answer.body]).toEqual([400, { result: false }]);
    const text = await api.post('/api/register', '{}', { 'content-type': 'text/plain' });
    expect([text.status, text.body]).toEqual([400, { result: 'Send the body as application/json.' }]);
  });

  it('gives praetorian the shared address alone, where session-cookie is off', async () => {
    const api = await TestApi.start({ DIALECTS: 'praetorian' });
    const answer = await api.post('/api/login', { email: 'a@example.com', password: PASSWORD });
    expect(answer).toMatchObject({ status: 400, body: { error: 'BadRequest', status_code: 400 } });
    expect((await api.get('/api/status')).status).toBe(404);
  });

  it('can be none, and the product’s own API goes on', async () => {
    const api = await TestApi.start({ DIALECTS: 'none' });
    const routes = api.routes.all().map(([, url]) => url);
    expect(routes.filter((url) => url.startsWith('/api'))).toEqual([]);
    expect((await api.post('/api/login', {})).status).toBe(404);
    const { token } = await api.newcomer();
    expect((await api.get('/auth/status', token)).status).toBe(200);
  });
});

describe('GET /metrics', () => {
  const METRICS_TOKEN = 'a-token-for-the-tests-alone';

  it('counts the use of each family to whom knows the token, and is not there for others', async () => {
    const api = await TestApi.start({ METRICS_TOKEN });
    await api.post('/api/login', { username: 'ada', password: PASSWORD });
    await api.post('/api/login', { email: 'ada@example.com', password: PASSWORD });
    await api.post('/api/authenticate', '{');
    await api.get('/api/nothing');
    const { status, headers, body } = await api.get('/metrics', METRICS_TOKEN);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    const lines = String(body['text']).split('\n');
    expect(lines.filter((line) => line.includes('latchkey_dialect')).sort()).toEqual(
      [
        '# HELP latchkey_dialect_requests_total Requests of older clients, by family.',
        '# TYPE latchkey_dialect_requests_total counter',
        'latchkey_dialect_requests_total{dialect="praetorian",route="POST /api/login",status="401"} 1',
        'latchkey_dialect_requests_total{dialect="session-cookie",route="POST /api/login",status="200"} 1',
        'latchkey_dialect_requests_total{dialect="uid-cookie",route="POST /api/authenticate",status="400"} 1',
      ].sort(),
    );
    for (const token of [undefined, 'wrong', `${METRICS_TOKEN}x`])
      expect((await api.get('/metrics', token)).status).toBe(404);
  });

  it('is not there where no token is set', async () => {
    const api = await TestApi.start();
    for (const token of [undefined, '', 'undefined']) expect((await api.get('/metrics', token)).status).toBe(404);
  });
});
