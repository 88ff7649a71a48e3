import { type Answer, PASSWORD, TestApi } from './start-api';

const PAGE = { 'sec-fetch-site': 'same-origin' };

/** What a browser keeps for localhost, and sends to all of its ports. */
class Jar {
  private readonly kept = new Map<string, string>();

  keep({ headers }: Answer): void {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.kept.set(name, value);
      else this.kept.delete(name);
    }
  }

  get headers() {
    return { ...PAGE, cookie: [...this.kept].map((pair) => pair.join('=')).join('; ') };
  }
}

describe.each(['header', 'cookie'])('two programs on two ports of a host, tokens by %s', (TOKEN_CARRIER) => {
  const start = (PORT: string) => TestApi.start({ PORT, TOKEN_CARRIER });
  const post = async (api: TestApi, jar: Jar, path: string, body: object = {}) => {
    const answer = await api.post(path, body, jar.headers);
    jar.keep(answer);
    return answer.status;
  };

  it('leave each other signed in', async () => {
    const apis = [await start('4000'), await start('4100')] as const;
    const jar = new Jar();
    const person = () => ({ email: `${crypto.randomUUID()}@example.com`, password: PASSWORD });
    for (const api of apis) expect(await post(api, jar, '/auth/register', person())).toBe(201);
    for (const api of apis) expect(await post(api, jar, '/auth/refresh')).toBe(200);
    expect(await post(apis[0], jar, '/auth/logout')).toBe(200);
    expect(await post(apis[0], jar, '/auth/refresh')).toBe(401);
    expect(await post(apis[1], jar, '/auth/refresh')).toBe(200);
  });
});
