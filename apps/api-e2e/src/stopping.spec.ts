import { testDatabase } from '@latchkey/server/testing';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { BuiltServer } from './built-server';
import { until } from './until';

const ROUNDS = 20;
const LOGINS = 8;
const WAITING = `SELECT FROM pg_locks WHERE relation = 'users'::regclass AND NOT granted`;

/** Registers people one after another, in `lanes` at once, until the server is gone; adds to `told` who was answered 201. */
async function registerUntilGone(server: BuiltServer, lanes: number, told: string[]): Promise<void> {
  const lane = async () => {
    for (;;) {
      const email = `${crypto.randomUUID()}@example.com`;
      const answer = await server.register(email).catch(() => undefined);
      if (!answer) return;
      if (answer.status === 201) told.push(email);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

describe('a server that is killed under load', () => {
  it(`has, ${ROUNDS} times over, every registration that it answered, and none half-made`, async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const told: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await BuiltServer.start({ DATABASE_URL });
      const before = told.length;
      const registering = registerUntilGone(server, 8, told);
      await until(() => told.length >= before + 2);
      // Each time at another moment.
      await setTimeout(3 * round);
      await server.kill('SIGKILL');
      await registering;
    }
    expect(told.length).toBeGreaterThanOrEqual(2 * ROUNDS);
    const database = new Client({ connectionString: DATABASE_URL });
    await database.connect();
    const { rows } = await database.query(
      'SELECT email, count(s.id)::int AS sessions FROM users u LEFT JOIN sessions s ON s.user_id = u.id GROUP BY email',
    );
    await database.end();
    const sessionsOf = new Map(rows.map(({ email, sessions }) => [email, sessions]));
    expect(told.filter((email) => !sessionsOf.has(email))).toEqual([]);
    expect(rows.filter(({ sessions }) => sessions !== 1)).toEqual([]);
    const server = await BuiltServer.start({ DATABASE_URL });
    expect((await server.login(told.at(-1) as string)).status).toBe(200);
  });
});

describe('a server that is asked to stop under load', () => {
  it('answers everything it accepted, and exits with 0', async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const server = await BuiltServer.start({ DATABASE_URL, DATABASE_POOL_SIZE: String(LOGINS), PASSWORD_COST: '10' });
    const database = new Client({ connectionString: DATABASE_URL });
    await database.connect();
    // Holds every log-in in the midst of its work, until the server has begun to stop.
    await database.query('BEGIN; LOCK TABLE users');
    const logins = Array.from({ length: LOGINS }, (_, n) => server.login(`x${n}@example.com`));
    await until(async () => (await database.query(WAITING)).rowCount === LOGINS);
    const exit = server.kill('SIGTERM');
    await until(() => refusesToListen(server));
    await database.query('COMMIT');
    await database.end();
    const answers = await Promise.all(logins);
    expect(answers.map(({ status }) => status).filter((status) => status !== 401)).toEqual([]);
    expect(await exit).toBe(0);
  });
});

const refusesToListen = (server: BuiltServer): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(Number(new URL(server.url).port), '127.0.0.1');
    probe.once('error', () => resolve(true)).once('connect', () => (probe.destroy(), resolve(false)));
  });
