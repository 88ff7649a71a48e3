import { jest } from '@jest/globals';
import { PASSWORD, TestApi } from './start-api';

const METRICS_TOKEN = 'a-token-for-the-tests-alone';
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://login.acme.test',
  JWT_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
  PASSWORD_COST: '12',
  LOG_LEVEL: 'info',
  METRICS_TOKEN,
};
const ANSWERS = 200;

describe('what a stranger sends', () => {
  it('leaves a few lines in the log and every one in the counters', async () => {
    const api = await TestApi.start(production);
    const lines: string[] = [];
    const outputs = [process.stdout, process.stderr].map((output) =>
      jest.spyOn(output, 'write').mockImplementation((line) => lines.push(String(line)) > 0),
    );
    const token = 'Bearer e30.e30.e30';
    for (let n = 0; n < ANSWERS; n += 1) {
      await api.get('/auth/status', 'garbage');
      await api.send('GET', '/api/protected', { headers: { authorization: token } });
      await api.post('/auth/login', '{');
      await api.get(`/nowhere/${n}`);
    }
    for (const output of outputs) output.mockRestore();
    expect(lines.some((line) => line.includes('token_invalid'))).toBe(true);
    expect(lines.length).toBeLessThan(ANSWERS / 2);
    const { body } = await api.get('/metrics', METRICS_TOKEN);
    const counted = [`token_invalid",status="401"} ${2 * ANSWERS}`, `malformed_json",status="400"} ${ANSWERS}`];
    for (const count of counted) expect(body['text']).toContain(`latchkey_failures_total{code="${count}`);
    expect((await api.post('/auth/register', { email: 'ada@example.com', password: PASSWORD })).status).toBe(201);
  });
});
