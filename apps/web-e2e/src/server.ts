import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../../dist/apps/api/main.js');

/** The built server on a database of its own, which can be stopped and started again at the same address. */
export class Server {
  private readonly folder = mkdtempSync(join(tmpdir(), 'latchkey-journeys-'));
  private process: ChildProcess | undefined;
  private port = '0';
  url = '';

  async start(): Promise<void> {
    const settings = {
      PORT: this.port,
      HOST: '127.0.0.1',
      DATA_FOLDER: this.folder,
      PASSWORD_COST: '4',
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
