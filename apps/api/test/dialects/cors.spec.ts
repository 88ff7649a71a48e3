import { TestApi } from '../start-api';

describe('CORS', () => {
  let api: TestApi;
  beforeAll(async () => (api = await TestApi.start()));
  const preflight = (path: string, origin: string, method: string, headers: string) =>
    api.send('OPTIONS', path, {
      headers: { origin, 'access-control-request-method': method, 'access-control-request-headers': headers },
    });

  it.each([
    ['/api/authenticate', 'POST', 'content-type,x-origin'],
    ['/api/authenticate', 'DELETE', 'content-type,x-origin'],
    ['/api/user', 'PUT', 'content-type,x-origin'],
    ['/api/protected', 'GET', 'authorization'],
    ['/auth/login', 'POST', 'content-type'],
    ['/auth/status', 'GET', 'authorization,content-type'],
  ])('lets %s be called by %s from an origin on the list, with credentials', async (path, method, headers) => {
    for (const origin of ['http://localhost:4100', 'http://127.0.0.1:4200']) {
      const answer = await preflight(path, origin, method, headers);
      expect(answer.status).toBeLessThan(300);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
      expect(answer.headers.get('access-control-allow-methods')).toContain(method);
      expect(answer.headers.get('access-control-allow-headers')?.split(/, ?/)).toEqual(headers.split(','));
      expect(answer.headers.get('vary')).toMatch(/origin/i);
    }
  });

  it('gives a foreign origin no CORS header at all', async () => {
    for (const origin of ['https://evil.test', 'null', 'http://localhost:4100.evil.test']) {
      for (const answer of [
        await preflight('/api/authenticate', origin, 'POST', 'content-type,x-origin'),
        await api.send('GET', '/api/id', { headers: { origin } }),
      ]) {
        const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'));
        expect(names).toEqual([]);
      }
    }
  });

  it('lets a page read failures too', async () => {
    const origin = 'http://localhost:4100';
    const answer = await api.post('/api/authenticate', '{', { origin });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([400, origin]);
  });
});
