import { migrate, migrations } from '@latchkey/nest/database';
import { testDatabase } from '@latchkey/server/testing';
import { DataSource } from 'typeorm';
import { TestApi } from './start-api';

describe('the schema', () => {
  it('is the same in entities and migrations', async () => {
    const api = await TestApi.start();
    const { upQueries } = await api.app.get(DataSource).driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('comes about once when several replicas start on an empty database', async () => {
    const { url, drop } = await testDatabase();
    const replicas = await Promise.all(
      Array.from({ length: 5 }, () => new DataSource({ type: 'postgres', url, migrations }).initialize()),
    );
    await Promise.all(replicas.map((replica) => migrate(replica)));
    const [count] = await (replicas[0] as DataSource).query('SELECT count(*)::int AS n FROM migrations');
    expect(count).toEqual({ n: migrations.length });
    await Promise.all(replicas.map((replica) => replica.destroy()));
    await drop();
  });
});
