import { type ChildProcess, spawn } from 'node:child_process';
import jwt from 'jsonwebtoken';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @nx/enforce-module-boundaries -- only to put people into the test server's own database
import { Client } from 'pg';

const main = join(import.meta.dirname, '../../../dist/apps/api/main.js');

/** How the browser carries its access token: TOKEN_CARRIER. */
export type Carrier = 'header' | 'cookie';

/** The built server on a database of its own, which can be stopped and started again at the same address. */
export class Server {
  private readonly folder = mkdtempSync(join(tmpdir(), 'latchkey-journeys-'));
  private process: ChildProcess | undefined;
  private port = '0';
  url = '';

  constructor(readonly carrier: Carrier) {}

  async start(): Promise<void> {
    // As root, PostgreSQL's own user has to be able to enter.
    chmodSync(this.folder, 0o755);
    const settings = {
      PORT: this.port,
      HOST: '127.0.0.1',
      DATA_FOLDER: this.folder,
      PASSWORD_COST: '4',
      TOKEN_CARRIER: this.carrier,
      LOG_LEVEL: 'error',
    };
    this.process = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...settings } });
    this.process.stderr?.pipe(process.stderr);
    this.url = await new Promise((resolve, reject) => {
      this.process?.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
      this.process?.stdout?.on('data', (text) => {
        const url = /Site\s+(http\S+)/.exec(String(text))?.[1];
        if (url) resolve(url);
      });
    });
    this.port = new URL(this.url).port;
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
    const gone = new Promise((resolve) => this.process?.once('exit', resolve));
    this.process?.kill('SIGTERM');
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
