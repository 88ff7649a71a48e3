import { readEnvironment } from '@latchkey/server/environment';
import { patientlyConnected, type TestDatabase, testDatabase } from '@latchkey/server/testing';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type RouteTable } from '@latchkey/server/http';
import { DataSource } from 'typeorm';
import { configureApp } from '../src/configure-app';

export const PASSWORD = 'correct horse battery';
export const SECRET = 'a-secret-for-the-tests-and-for-nothing-else';

const settings = {
  NODE_ENV: 'test',
  JWT_SECRET: SECRET,
  PASSWORD_PEPPERS: 'test:another-one-for-the-tests-and-nothing-else',
  PASSWORD_COST: '4',
  PASSWORD_QUEUE: '1000',
  LOG_LEVEL: 'error',
};

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { data: Record<string, unknown>; auth_token: string };
}

/** The fields that an answer refuses, in the order of their names. */
export const pathsOf = ({ body }: Answer): string[] =>
  (body['errors'] as { path: string }[]).map(({ path }) => path).sort();

const running = new Set<TestApi>();
afterAll(async () => {
  for (const api of [...running].reverse()) await api.stop();
});

/** The whole server on a port and a database of its own, and the ways a test talks to it. Stopped when the file is done. */
export class TestApi {
  private constructor(
    readonly url: string,
    readonly app: NestFastifyApplication,
    readonly routes: RouteTable,
    readonly database: TestDatabase,
  ) {
    running.add(this);
  }

  static async start(overrides: Record<string, string> = {}, siteFolder?: string): Promise<TestApi> {
    const { DATABASE_URL: shared } = overrides;
    const database = shared ? { url: shared, drop: () => Promise.resolve() } : await testDatabase();
    const environment = readEnvironment({ ...settings, DATABASE_URL: database.url, ...overrides });
    const { app, routes } = await configureApp(environment, { databaseUrl: database.url, siteFolder });
    patientlyConnected(app.get(DataSource));
    await app.listen(0, '127.0.0.1');
    return new TestApi((await app.getUrl()).replace('[::1]', 'localhost'), app, routes, database);
  }

  async stop(): Promise<void> {
    running.delete(this);
    await this.app.close();
    await this.database.drop();
  }

  async send(method: string, path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(this.url + path, { method, ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : { text } };
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  get(path: string, token?: string): Promise<Answer> {
    return this.send('GET', path, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  }

  logout(token: string): Promise<Answer> {
    return this.send('POST', '/auth/logout', { headers: { authorization: `Bearer ${token}` } });
  }

  /** Registers a new person and answers their e-mail and token. */
  async newcomer(email = `${crypto.randomUUID()}@example.com`): Promise<{ email: string; token: string }> {
    const { body, status } = await this.post('/auth/register', { email, password: PASSWORD });
    if (status !== 201) throw new Error(`Registration answered ${status}: ${JSON.stringify(body)}`);
    return { email, token: body.auth_token };
  }

  /** A newcomer who was made an administrator before they first called. */
  async administrator(): Promise<{ id: string; email: string; token: string }> {
    const { email, token } = await this.newcomer();
    const made = `UPDATE users SET roles = '{user,admin}' WHERE email = $1 RETURNING id`;
    const [[{ id }]] = (await this.sql(made, [email])) as unknown as [[{ id: string }]];
    return { id, email, token };
  }

  /** Sends `body` as JSON, where there is one, as whom the token belongs to. */
  as(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    return this.send(method, path, { headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  /** Asks again until the answer is as wanted, almost as long as Jest lets a test run; answers the last. */
  async until(ask: () => Promise<Answer>, isWanted: (answer: Answer) => boolean): Promise<Answer> {
    const from = performance.now();
    for (;;) {
      const answer = await ask();
      if (isWanted(answer) || performance.now() - from > 20_000) return answer;
    }
  }

  sql<Row = Record<string, unknown>>(query: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.app.get(DataSource).query(query, parameters);
  }
}
