import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, holdFolder, openEmbeddedPostgres } from './index';
import { makeDatabase } from './make-database';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-embedded-'));
chmodSync(folder, 0o755);
const data = join(folder, 'postgres');
const root = join(import.meta.dirname, '../../../../..');
const script = join(root, 'tmp', `opens-embedded-${process.pid}.mjs`);

const query = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
};

/** A process of its own that holds `inside`, opens the database there, says where, and waits to be killed. */
function otherProcess(inside = folder): { url: Promise<string>; kill(): Promise<void> } {
  const child = spawn(process.execPath, [script, inside], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  const url = new Promise<string>((resolve) => child.stdout.once('data', (line) => resolve(String(line).trim())));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return { url, kill: async () => void (child.kill('SIGKILL'), await gone) };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}

beforeAll(() => {
  const source = `
    import { holdFolder, openEmbeddedPostgres } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
    holdFolder(process.argv[2], 'http://localhost:1');
    console.log((await openEmbeddedPostgres(process.argv[2] + '/postgres')).url);
    setInterval(() => {}, 1000);`;
  mkdirSync(join(root, 'tmp'), { recursive: true });
  writeFileSync(`${script}.ts`, source);
  const options = ['--file', script, '--format', 'esm', '--platform', 'node', '--external', 'pg'];
  execFileSync(join(root, 'node_modules/.bin/rolldown'), [`${script}.ts`, ...options]);
});

afterAll(async () => {
  await (await openEmbeddedPostgres(data)).stop();
  rmSync(script);
  rmSync(`${script}.ts`);
  // The initdb of the process that was killed may still be writing.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

describe('openEmbeddedPostgres', () => {
  let server: EmbeddedPostgres;

  it('makes a cluster that listens on loopback alone, behind a password that only its owner reads', async () => {
    server = await openEmbeddedPostgres(data);
    await query(server.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    expect(await query(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(`${data}-password`).mode & 0o077).toBe(0);
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('makes a database once, however many ask at the same moment', async () => {
    const url = new URL(server.url);
    url.pathname = 'at_once';
    await Promise.all(Array.from({ length: 8 }, () => makeDatabase(url.href)));
    expect(await query(url.href, 'SELECT current_database()')).toEqual([{ current_database: 'at_once' }]);
  });

  it('keeps its data from one start to the next', async () => {
    await server.stop();
    server = await openEmbeddedPostgres(data);
    expect(server.found).toBe(false);
    expect(await query(server.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await server.stop();
  });

  it('has nothing left to stop the second time', async () => {
    await expect(server.stop()).resolves.toBeUndefined();
  });

  it('finds the server that a killed process left behind, and stops it in the end', async () => {
    const other = otherProcess();
    const url = await other.url;
    await query(url, 'INSERT INTO kept VALUES (8)');
    await other.kill();
    server = await openEmbeddedPostgres(data);
    expect([server.found, server.url]).toEqual([true, url]);
    expect(await query(server.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
    await server.stop();
    await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('starts after its own server was killed too', async () => {
    server = await openEmbeddedPostgres(data);
    const [{ pid } = { pid: 0 }] = await query(server.url, "SELECT pg_read_file('postmaster.pid') AS pid");
    process.kill(Number(String(pid).split('\n')[0]), 'SIGKILL');
    server = await openEmbeddedPostgres(data);
    expect(await query(server.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 2 }]);
  });

  it('takes no stranger for its server, though its number and its name are right, and leaves it alone', async () => {
    const pidFile = join(data, 'postmaster.pid');
    const written = readFileSync(pidFile, 'utf8');
    await server.stop();
    const { uid, gid } = statSync(data);
    const stranger = spawn('sleep', ['60'], { argv0: 'postgres', uid, gid });
    writeFileSync(pidFile, written.replace(/^\d+/, String(stranger.pid)));
    server = await openEmbeddedPostgres(data);
    expect(server.found).toBe(false);
    await server.stop();
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    stranger.kill();
  });

  it('says so where another version made the data, or another password locks it', async () => {
    writeFileSync(join(data, 'PG_VERSION'), '9\n');
    await expect(openEmbeddedPostgres(data)).rejects.toThrow(/was made by PostgreSQL 9, and this is PostgreSQL 18\./);
    writeFileSync(join(data, 'PG_VERSION'), '18\n');
    const password = readFileSync(`${data}-password`, 'utf8');
    writeFileSync(`${data}-password`, 'another');
    await expect(openEmbeddedPostgres(data)).rejects.toThrow(/has another password than .*postgres-password/);
    writeFileSync(`${data}-password`, password);
  });

  it('makes a cluster again that was cut off by a kill while it was made', async () => {
    const half = mkdtempSync(join(folder, 'half-'));
    chmodSync(half, 0o755);
    const other = otherProcess(half);
    await until(() => readdirSync(half).some((name) => name.startsWith('postgres.new-')));
    await other.kill();
    const made = await openEmbeddedPostgres(join(half, 'postgres'));
    expect(await query(made.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await made.stop();
  });
});

describe('holdFolder', () => {
  it('refuses a second process and says who holds it, until the first is killed', async () => {
    const other = otherProcess();
    await other.url;
    expect(() => holdFolder(folder, 'here')).toThrow(/already running from .*process \d+, http:\/\/localhost:1/);
    await other.kill();
    expect(() => holdFolder(folder, 'here')).not.toThrow();
  });
});

const asRoot = process.getuid?.() === 0 && spawnSync('id', ['nobody']).status === 0 ? describe : describe.skip;

asRoot('root, below a folder that nobody else enters', () => {
  const closed = mkdtempSync(join(tmpdir(), 'latchkey-closed-'));
  const inside = join(closed, 'postgres');
  const made = new Set<string>();
  afterAll(() => [closed, ...made].forEach((gone) => rmSync(gone, { recursive: true, force: true })));

  async function open(): Promise<EmbeddedPostgres> {
    const server = await openEmbeddedPostgres(inside);
    made.add(server.data);
    return server;
  }
  const isKept = "SELECT to_regclass('kept') IS NOT NULL AS there";

  it('keeps data and binaries where the database’s user can reach them, and finds them again', async () => {
    const first = await open();
    expect(first.data).toMatch(/^\/var\/lib\/latchkey\/postgres-/);
    await query(first.url, 'CREATE TABLE kept ()');
    await first.stop();
    const second = await open();
    expect(await query(second.url, isKept)).toEqual([{ there: true }]);
    await second.stop();
  });

  it('starts with an empty database once all in the folder was removed', async () => {
    for (const name of readdirSync(closed)) rmSync(join(closed, name));
    const fresh = await open();
    expect(await query(fresh.url, isKept)).toEqual([{ there: false }]);
    await fresh.stop();
  });
});
