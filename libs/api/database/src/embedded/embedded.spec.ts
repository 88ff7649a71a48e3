import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type EmbeddedPostgres, holdFolder, openEmbeddedPostgres } from './index';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-embedded-'));
const data = join(folder, 'postgres');
const root = join(import.meta.dirname, '../../../../..');
const script = join(root, 'tmp', `opens-embedded-${process.pid}.mjs`);

const query = async (url: string, text: string) => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
};

/** A process of its own that holds the folder, opens the database, says where, and waits to be killed. */
async function otherProcess(): Promise<{ url: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
  const url = await new Promise<string>((resolve) => child.stdout.once('data', (line) => resolve(String(line).trim())));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return { url, kill: async () => void (child.kill('SIGKILL'), await gone) };
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
  rmSync(folder, { recursive: true, force: true });
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

  it('keeps its data from one start to the next', async () => {
    await server.stop();
    server = await openEmbeddedPostgres(data);
    expect(server.found).toBe(false);
    expect(await query(server.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await server.stop();
  });

  it('finds the server that a killed process left behind, and stops it in the end', async () => {
    const other = await otherProcess();
    await query(other.url, 'INSERT INTO kept VALUES (8)');
    await other.kill();
    server = await openEmbeddedPostgres(data);
    expect([server.found, server.url]).toEqual([true, other.url]);
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

  it('makes a cluster again that was interrupted while it was made', async () => {
    const half = join(folder, 'half');
    mkdirSync(`${half}.new`);
    writeFileSync(join(`${half}.new`, 'PG_VERSION'), '18');
    const made = await openEmbeddedPostgres(half);
    expect(await query(made.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await made.stop();
  });
});

describe('holdFolder', () => {
  it('refuses a second process and says who holds it, until the first is killed', async () => {
    const other = await otherProcess();
    expect(() => holdFolder(folder, 'here')).toThrow(/already running from .*process \d+, http:\/\/localhost:1/);
    await other.kill();
    expect(() => holdFolder(folder, 'here')).not.toThrow();
  });
});

const asRoot = process.getuid?.() === 0 && spawnSync('id', ['nobody']).status === 0 ? describe : describe.skip;

asRoot('root, below a folder that nobody else enters', () => {
  it('keeps data and binaries where the database’s user can reach them, and finds them again', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'latchkey-closed-'));
    const first = await openEmbeddedPostgres(join(closed, 'postgres'));
    expect(first.data).toMatch(/^\/var\/lib\/latchkey\/postgres-/);
    await query(first.url, 'CREATE TABLE kept ()');
    await first.stop();
    const second = await openEmbeddedPostgres(join(closed, 'postgres'));
    expect(await query(second.url, "SELECT to_regclass('kept') IS NOT NULL AS there")).toEqual([{ there: true }]);
    await second.stop();
    rmSync(second.data, { recursive: true });
    rmSync(closed, { recursive: true });
  });
});
