import { DatabaseModule } from '@latchkey/server/postgres';
import { Environment, EnvironmentModule, latchkeyOptions } from '@latchkey/server/environment';
import { testDatabase, testEnvironment } from '@latchkey/server/testing';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { LatchkeyModule } from '@latchkey/nest/latchkey';
import { HealthModule } from '@latchkey/server/health';

describe('health', () => {
  it('is alive without its database, but not ready', async () => {
    const database = await testDatabase();
    const environment = EnvironmentModule.with(testEnvironment(database.url));
    const latchkey = LatchkeyModule.forRootAsync({ inject: [Environment], useFactory: latchkeyOptions });
    const imports = [environment, DatabaseModule.at(database.url), latchkey, HealthModule];
    const module = await Test.createTestingModule({ imports }).compile();
    const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const ask = async (url: string) => {
      const { statusCode, body, headers } = await app.inject({ url });
      return { statusCode, ...JSON.parse(body), retryAfter: headers['retry-after'] };
    };
    let ready = await ask('/health/ready');
    // On a busy machine the first connection may take longer than the database is given.
    for (let turn = 1; turn < 10 && ready.statusCode !== 200; turn += 1) ready = await ask('/health/ready');
    expect(ready).toMatchObject({
      statusCode: 200,
      status: 'ok',
      info: { database: { status: 'up' } },
    });
    await database.drop();
    expect(await ask('/health/live')).toMatchObject({ statusCode: 200, status: 'ok' });
    const gone = { statusCode: 503, status: 'error', error: { database: { status: 'down' } }, retryAfter: '2' };
    expect(await ask('/health/ready')).toMatchObject(gone);
    await app.close();
  });
});
