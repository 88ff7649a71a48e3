import { testDatabase } from '@latchkey/server/testing';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { NestApp } from './nest-app';

/** Where an app may not change its tables: somebody runs the files of SQL that the package brings. */
describe('an app whose database others change', () => {
  const app = new NestApp();
  let database: string;
  beforeAll(async () => {
    database = (await testDatabase()).url;
    app.openShop();
    app.edit('src/app.module.ts', (text) => text.replace("migrations: 'run',", ''));
    app.install(['contract', 'nest'], ['@nestjs/platform-express']);
    app.build();
  });
  afterAll(() => app.stop());

  it('says at the start that the tables are not there', async () => {
    await expect(app.start({ DATABASE_URL: database })).rejects.toThrow("Run Latchkey's migrations");
  });

  it('works once the files were run', async () => {
    const folder = join(app.folder, 'node_modules/@latchkey/nest/migrations');
    const client = new Client({ connectionString: database });
    await client.connect();
    for (const file of globSync('*.sql', { cwd: folder }).sort())
      await client.query(readFileSync(join(folder, file), 'utf8'));
    await client.end();
    await app.start({ DATABASE_URL: database });
    const registered = await fetch(`${app.url}/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'ada@example.com', password: 'correct horse battery' }),
    });
    expect(registered.status).toBe(201);
  });
});
