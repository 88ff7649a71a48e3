import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { initialise, runningServer, USER } from './cluster';
import { type Places, places } from './places';
import { program } from './program';

const DATABASE = 'latchkey';
/** A start may find its port taken between our look and PostgreSQL's, or the processes of a killed server still dying. */
const ATTEMPTS = 5;
const PAUSE = 400;

export interface EmbeddedPostgres {
  url: string;
  /** The folder where the data really lies. */
  data: string;
  /** True where a server left behind by a killed process was found running and is used on. */
  found: boolean;
  stop(): Promise<void>;
}

export interface Tuning {
  initdb?: string[];
  /** Settings as in postgresql.conf, without spaces. */
  settings?: Record<string, string | number>;
}

/**
 * Opens the PostgreSQL that lives in `folder`: made at the first call, found where it still runs, started where it does not.
 * It listens on a free port of 127.0.0.1 only. Throws with what PostgreSQL said where it would not start.
 */
export async function openEmbeddedPostgres(folder: string, tuning: Tuning = {}): Promise<EmbeddedPostgres> {
  const where = places(folder);
  const password = passwordOf(`${folder}-password`);
  await initialise(where, password, tuning.initdb ?? []);
  const running = runningServer(where.data);
  if (!running) rmSync(join(where.data, 'postmaster.pid'), { force: true });
  const port = running?.port ?? (await start(where, tuning.settings ?? {}));
  const url = `postgres://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  await makeDatabase(url);
  const stop = () => program('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', where.data], where);
  return { url, data: where.data, found: running !== undefined, stop };
}

async function start(where: Places, settings: Record<string, string | number>): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const all = { ...settings, port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
    const options = Object.entries(all)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' ');
    const log = join(where.data, 'server.log');
    try {
      await program('pg_ctl', ['start', '-w', '-t', '60', '-D', where.data, '-l', log, '-o', options], where);
      return port;
    } catch (error) {
      if (attempt === ATTEMPTS) throw new Error(`PostgreSQL did not start.\n${lastLines(log)}`, { cause: error });
      await setTimeout(PAUSE);
    }
  }
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function makeDatabase(url: string): Promise<void> {
  const server = new URL(url);
  server.pathname = 'postgres';
  const client = await connected(server.href);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A server that was found may still be starting: it refuses for a moment. */
async function connected(connectionString: string): Promise<Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new Client({ connectionString });
    try {
      await client.connect();
      return client;
    } catch (error) {
      const isStarting = ['57P03', 'ECONNREFUSED'].includes((error as { code?: string }).code ?? '');
      if (!isStarting || attempt === 5 * ATTEMPTS) throw error;
      await setTimeout(PAUSE);
    }
  }
}

function passwordOf(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

const lastLines = (log: string): string =>
  existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-10).join('\n') : '';
