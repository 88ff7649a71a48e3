import { testDatabase } from '@latchkey/server/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port';
import { FreshApp } from './fresh-app';

const secrets = { AUTH_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp', AUTH_PEPPER: 'X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz' };

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

  /** Makes it a shop behind Latchkey, whose pages are at `site`. Here passwords are hashed fast, and tokens soon exchanged. */
  openShop(site = 'http://localhost:4200'): void {
    this.lay('nest');
    this.edit('src/app.module.ts', (text) =>
      text
        .replace('http://localhost:4200', site)
        .replace("migrations: 'run',", '$& tokens: { seconds: 10 }, passwords: { cost: 4 },'),
    );
    const cors = `app.enableCors({ origin: '${site}', credentials: true });`;
    this.edit('src/main.ts', (text) => text.replace('await app.listen', `${cors}\n  $&`));
  }

  /** What `nest build` does. */
  build(): void {
    this.tsc(['-p', 'tsconfig.build.json']);
  }

  /** Settles once it answers; throws with what it said where it ends instead. */
  async start(settings: Record<string, string | undefined> = {}): Promise<void> {
    const database = settings['DATABASE_URL'] ?? (await testDatabase()).url;
    const port = await freePort();
    this.url = `http://localhost:${port}`;
    const own = { NODE_OPTIONS: '', DATABASE_URL: database, PORT: String(port), PUBLIC_URL: this.url, ...secrets };
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
