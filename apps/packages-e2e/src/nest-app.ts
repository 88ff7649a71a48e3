import { testDatabase } from '@latchkey/server/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port';
import { FreshApp } from './fresh-app';

export type Platform = 'express' | 'fastify';

/** An application as `nest new` writes it, with Latchkey on a database of its own. */
export class NestApp extends FreshApp {
  private server: ChildProcess | undefined;
  private said = '';
  url = '';

  constructor() {
    super('@nestjs/schematics', 'application', { name: '.', packageManager: 'npm' });
    // Its tests would run with vitest.
    this.edit('tsconfig.json', (text) => text.replace('"vitest/globals", ', ''));
  }

  /** Lets it run on Fastify instead of Express. */
  useFastify(): void {
    this.edit('src/main.ts', (text) =>
      text
        .replace(/^/, "import { FastifyAdapter } from '@nestjs/platform-fastify';\n")
        .replace('create(AppModule)', 'create(AppModule, new FastifyAdapter())'),
    );
  }

  /** Lets pages of another origin call it. */
  allowOrigin(origin: string): void {
    const options = JSON.stringify({ origin, credentials: true });
    this.edit('src/main.ts', (text) => text.replace('await app.listen', `app.enableCors(${options});\n  $&`));
  }

  /** What `nest build` does. */
  build(): void {
    this.tsc(['-p', 'tsconfig.build.json']);
  }

  /** Settles once it answers; throws with what it said where it ends instead. */
  async start(settings: Record<string, string> = {}): Promise<void> {
    const database = settings['DATABASE_URL'] ?? (await testDatabase()).url;
    const port = await freePort();
    this.url = `http://localhost:${port}`;
    const own = { NODE_OPTIONS: '', DATABASE_URL: database, PORT: String(port), PUBLIC_URL: this.url };
    const env = { ...process.env, ...own, ...settings };
    const server = spawn(process.execPath, ['dist/main.js'], { cwd: this.folder, env });
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (this.said += String(text)));
    this.server = server;
    while (!(await fetch(this.url).catch(() => undefined))) {
      if (server.exitCode !== null) throw new Error(`The application ended:\n${this.said}`);
      await setTimeout(50);
    }
  }

  async stop(): Promise<void> {
    if (!this.server || this.server.exitCode !== null) return;
    this.server.kill('SIGKILL');
    await once(this.server, 'exit');
  }
}
