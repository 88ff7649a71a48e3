import { BoundedClient, Connections } from '@latchkey/nest/database';
import { testDatabase } from '@latchkey/server/testing';
import { Pool, type PoolConfig } from 'pg';
import { Wire } from './wire';

const LONGEST = 500;
const SIZE = 4;

describe('a pool of bounded clients', () => {
  let wire: Wire;
  let pool: Pool;
  let connections: Connections;
  let url: string;
  beforeEach(async () => {
    ({ url } = await testDatabase());
    wire = await Wire.to(url);
    connections = new Connections();
    const bounds = { Client: BoundedClient, connections, longestAnswer: LONGEST };
    pool = new Pool({
      connectionString: wire.url,
      max: SIZE,
      idleTimeoutMillis: 0,
      ...bounds,
    } as unknown as PoolConfig);
    pool.on('error', () => undefined);
    // All of them open.
    await Promise.all(Array.from({ length: SIZE }, () => pool.query('SELECT pg_sleep(0.05)')));
    expect(pool.totalCount).toBe(SIZE);
  });
  afterEach(async () => {
    wire.cut();
    await pool.end();
  });

  it('ends every statement over a silent network, and is well again with the first', async () => {
    wire.forget();
    await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    // Its idle neighbours were not asked: they are gone as well.
    for (let turn = 0; turn < SIZE; turn += 1) expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('does not give back a connection that was lent to one who never sees the failure', async () => {
    const lent = await pool.connect();
    lent.on('error', () => undefined);
    wire.forget();
    await expect(lent.query('SELECT 1')).rejects.toThrow(/did not answer within/);
    lent.release();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });

  it('replaces connections to a database that takes no writes any more', async () => {
    const isReadOnly = 'SELECT current_setting($1) AS is';
    await Promise.all(
      Array.from({ length: SIZE }, () => pool.query('SET default_transaction_read_only = on; SELECT pg_sleep(0.05)')),
    );
    expect((await pool.query(isReadOnly, ['transaction_read_only'])).rows).toEqual([{ is: 'on' }]);
    await expect(pool.query('CREATE TABLE x ()')).rejects.toMatchObject({ code: '25006' });
    for (let turn = 0; turn < SIZE; turn += 1) await pool.query(`CREATE TABLE x${turn} ()`);
  });

  it('remembers for a while that there is no space', async () => {
    expect(connections.areFull).toBe(false);
    await expect(pool.query(`DO $$ BEGIN RAISE 'full' USING ERRCODE = '53100'; END $$`)).rejects.toThrow('full');
    expect(connections.areFull).toBe(true);
  });
});
