import { type ChildProcess, spawn } from 'node:child_process';
import jwt from 'jsonwebtoken';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ownPort } from './own-port';
// eslint-disable-next-line @nx/enforce-module-boundaries -- only to put people into the test server's own database
import { Client } from 'pg';

const main = join(import.meta.dirname, '../../../dist/apps/api/main.js');

/** How the browser carries its access token: TOKEN_CARRIER. */
export type Carrier = 'header' | 'cookie';

/** The built server on a database of its own, which can be stopped and started again at the same address. */
export class Server {
  private readonly folder = mkdtempSync(join(tmpdir(), 'latchkey-journeys-'));
  private process: ChildProcess | undefined;
  private port: number | undefined;
  url = '';

  /** `origins`: whose pages may call it besides its own. */
  constructor(
    readonly carrier: Carrier,
    private readonly origins: string[],
  ) {}

  async start(): Promise<void> {
    // As root, PostgreSQL's own user has to be able to enter.
    chmodSync(this.folder, 0o755);
    this.port ??= await ownPort();
    const settings = {
      PORT: String(this.port),
      HOST: '127.0.0.1',
      DATA_FOLDER: this.folder,
      PASSWORD_COST: '4',
      TOKEN_CARRIER: this.carrier,
      CORS_ORIGINS: this.origins.join(),
      LOG_LEVEL: 'error',
    };
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env['PATH'], ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.process = child;
    this.url = await new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const url = /Site\s+(http\S+)/.exec(line)?.[1];
        if (url) resolve(url);
      });
    });
  }

  /** The same access token, but long past its end: signed with the secret this server made for itself. */
  expired(token: string): string {
    const { JWT_SECRET } = JSON.parse(readFileSync(join(this.folder, 'secrets.json'), 'utf8'));
    const { header, payload } = jwt.decode(token, { complete: true }) as jwt.Jwt;
    const past = Math.floor(Date.now() / 1000) - 3600;
    return jwt.sign({ ...(payload as object), iat: past, exp: past + 900 }, JWT_SECRET, { header });
  }

  /** What no page can do, in the embedded database: there is no administrator before somebody makes one. */
  async sql(statement: string, parameters: unknown[] = []): Promise<void> {
    const password = readFileSync(join(this.folder, 'postgres-password'), 'utf8').trim();
    const port = Number(readFileSync(join(this.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]);
    const client = new Client({ host: '127.0.0.1', port, user: 'latchkey', password, database: 'latchkey' });
    await client.connect();
    await client.query(statement, parameters).finally(() => client.end());
  }

  async stop(): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
