import { testDatabase } from '@latchkey/api/testing';
import { BuiltServer, PASSWORD } from './built-server';

const ROUNDS = 20;

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

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a server that is killed under load', () => {
  it(`has, ${ROUNDS} times over, every registration that it answered, and none half-made`, async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const told: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const server = await BuiltServer.start({ DATABASE_URL });
      const before = told.length;
      const registering = registerUntilGone(server, 8, told);
      while (told.length < before + 2) await pause(5);
      await pause(3 * round);
      await server.kill('SIGKILL');
      await registering;
    }
    expect(told.length).toBeGreaterThanOrEqual(2 * ROUNDS);
    const { Client } = await import('pg');
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
  }, 120_000);
});

describe('a server that is asked to stop under load', () => {
  it('answers everything it accepted, and exits with 0 within ten seconds', async () => {
    const server = await BuiltServer.start({ PASSWORD_COST: '10', PASSWORD_QUEUE: '100' });
    const logins = Array.from({ length: 30 }, () =>
      server.post('/auth/login', { email: 'x@example.com', password: PASSWORD }),
    );
    await pause(300);
    const asked = performance.now();
    const exit = server.kill('SIGTERM');
    const answers = await Promise.all(logins);
    expect(answers.map(({ status }) => status).filter((status) => status !== 401)).toEqual([]);
    expect(await exit).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });
});
