import { LatchkeyModule, type LatchkeyOptions, type LatchkeySetup } from '@latchkey/nest/latchkey';
import { patientlyConnected, type TestDatabase, testDatabase } from '@latchkey/server/testing';
import { type INestApplication, Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { getDataSourceToken, TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';

export const PASSWORD = 'correct horse battery';
export const PLATFORMS = ['Express', 'Fastify'] as const;
const ORIGIN = 'http://localhost:3000';

export const OPTIONS: LatchkeyOptions = {
  publicUrl: ORIGIN,
  secret: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  peppers: [{ id: 'p1', secret: 'X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz' }],
  passwords: { cost: 4 },
};

export interface ShopSetup extends Omit<ModuleMetadata, 'exports'> {
  on?: (typeof PLATFORMS)[number];
  latchkey?: Partial<LatchkeyOptions> & LatchkeySetup;
  database?: TestDatabase;
  /** True where `database` is another's to drop. */
  leavesDatabase?: boolean;
  typeorm?: Partial<TypeOrmModuleOptions>;
  configure?: (app: INestApplication) => unknown;
}

export interface Answer {
  status: number;
  headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an answer holds is for the test to say
  body: any;
}

const open = new Set<Shop>();
afterAll(() => Promise.all([...open].map((shop) => shop.close())));

/** An application of somebody else's, on its own DataSource, with LatchkeyModule and nothing else of ours. */
export class Shop {
  private constructor(
    readonly app: INestApplication,
    readonly url: string,
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
  ) {
    open.add(this);
  }

  static async open(setup: ShopSetup = {}): Promise<Shop> {
    const { on = 'Express', latchkey, typeorm, configure, leavesDatabase = false, ...module } = setup;
    const { database: named, ...own } = module;
    const database = named ?? (await testDatabase());
    const source = { type: 'postgres', url: database.url, autoLoadEntities: true, retryAttempts: 0, ...typeorm };
    const root = {
      module: class Root {},
      ...own,
      imports: [
        TypeOrmModule.forRoot(source as TypeOrmModuleOptions),
        LatchkeyModule.forRoot({ ...OPTIONS, migrations: 'run', ...latchkey }),
        ...(own.imports ?? []),
      ],
    };
    Module({})(root.module);
    const adapter = on === 'Express' ? new ExpressAdapter() : new FastifyAdapter();
    const app = await NestFactory.create(root, adapter as ExpressAdapter, { logger: false, abortOnError: false });
    try {
      await configure?.(app);
      const dataSource = app.get<DataSource>(getDataSourceToken(latchkey?.dataSource), { strict: false });
      patientlyConnected(dataSource);
      await app.listen(0, '127.0.0.1');
      const kept = { ...database, drop: () => Promise.resolve() };
      return new Shop(app, await app.getUrl(), leavesDatabase ? kept : database, dataSource);
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    open.delete(this);
    await this.app.close();
    await this.database.drop();
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const answer = await fetch(this.url + path, { method, headers: { ...json, ...headers }, body: sent });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  }

  as(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
    return this.send(method, path, body, { authorization: `Bearer ${token}` });
  }

  register(more: object = {}, path = '/auth/register'): Promise<Answer> {
    return this.send('POST', path, { email: `${crypto.randomUUID()}@example.com`, password: PASSWORD, ...more });
  }

  /** Somebody who has registered, with the refresh token's cookie as a browser keeps it. */
  async newcomer(
    more: object = {},
    path?: string,
  ): Promise<{ id: string; email: string; token: string; cookie: string }> {
    const { status, body, headers } = await this.register(more, path);
    if (status !== 201) throw new Error(`Registration answered ${status}: ${JSON.stringify(body)}`);
    const cookie = headers
      .getSetCookie()
      .map((one) => one.split(';', 1)[0])
      .join('; ');
    return { id: body.data.user_id, email: body.data.email, token: body.auth_token, cookie };
  }

  async administrator(path?: string): Promise<{ id: string; token: string }> {
    const somebody = await this.newcomer({}, path);
    await this.dataSource.query(`UPDATE users SET roles = '{user,admin}' WHERE id = $1`, [somebody.id]);
    return somebody;
  }

  refresh(cookie: string, path = '/auth/refresh'): Promise<Answer> {
    return this.send('POST', path, {}, { cookie, origin: ORIGIN });
  }
}
