import { testDatabase } from '@latchkey/server/testing';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { BuiltServer, secrets } from './built-server';
import { until } from './until';

const production = { ...secrets, NODE_ENV: 'production', PUBLIC_URL: 'https://login.acme.test', PASSWORD_COST: '12' };

/** PostgreSQL at `url`, on another port from now on. */
function openDoor(port: number, url: string) {
  const { hostname, port: behind } = new URL(url);
  const door = createServer((client) => {
    const server = connect(Number(behind), hostname);
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) socket.on('error', () => [client, server].forEach((one) => one.destroy()));
  });
  return new Promise<() => void>((resolve) => door.listen(port, '127.0.0.1', () => resolve(() => void door.close())));
}

/** A port below those that systems give to whoever asks for any (32768 and up), so that no neighbour takes it meanwhile. */
async function unusedPort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  const probe = createServer().listen(port, '127.0.0.1');
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return unusedPort();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function said(server: BuiltServer, words: RegExp): Promise<RegExpExecArray> {
  await until(() => words.test(server.output));
  return words.exec(server.output) as RegExpExecArray;
}

describe('a server in production', () => {
  it('waits for a database that starts after it, and says so', async () => {
    const { url } = await testDatabase();
    const door = new URL(url);
    door.host = `127.0.0.1:${await unusedPort()}`;
    const server = BuiltServer.spawn({ ...production, DATABASE_URL: door.href });
    await said(server, /No PostgreSQL answers at DATABASE_URL\..* Trying again in 3 seconds/);
    const close = await openDoor(Number(door.port), url);
    const [, origin] = await said(server, /ready in .* at (http:\/\/localhost:\d+)"/);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    await server.kill('SIGKILL');
    close();
  });

  it('does not wait for one that refuses', async () => {
    const { url } = await testDatabase();
    const nowhere = new URL(url);
    nowhere.pathname = 'nowhere';
    const server = BuiltServer.spawn({ ...production, DATABASE_URL: nowhere.href });
    expect(await server.exit).toBe(1);
    expect(server.output).toBe('PostgreSQL at DATABASE_URL refuses: database "nowhere" does not exist.\n');
  });
});
