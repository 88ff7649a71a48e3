import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { copiedWorkspace } from './copied-workspace';
import { freePort, isTaken } from './ports.mjs';

const workspace = copiedWorkspace();
const controller = join(workspace, 'libs/nest/administration/src/users.controller.ts');

const loopback = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ internal, address }) => internal && ['127.0.0.1', '::1'].includes(address))
  .map(({ address }) => address);

/** `npm run dev` in the copy, and what it said so far. */
class Dev {
  said = '';
  readonly exit: Promise<unknown[]>;
  private readonly child: ChildProcess;

  constructor(settings: Record<string, string>) {
    const env = { ...process.env, NODE_OPTIONS: '', PASSWORD_COST: '4', ...settings };
    this.child = spawn(process.execPath, ['tools/on-own-node.mjs', 'tools/dev.mjs'], { cwd: workspace, env });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (text) => (this.said += text));
    this.exit = once(this.child, 'close');
  }

  /** Waits until it has said this so many times; throws where it ends before. */
  async says(words: string, times = 1): Promise<void> {
    while (this.said.split(words).length <= times) {
      if (this.child.exitCode !== null) throw new Error(`It ended: ${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async end(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exit;
  }
}

describe('npm run dev', () => {
  let stranger: Server;
  const running: Dev[] = [];
  const start = (settings: Record<string, string>) => {
    const dev = new Dev(settings);
    running.push(dev);
    return dev;
  };
  afterEach(async () => {
    stranger?.close();
    for (const dev of running.splice(0)) await dev.end();
  });

  it.each(loopback)('hands nothing on to a stranger who has a port on %s, and says so', async (address) => {
    stranger = createServer().listen(0, address);
    await once(stranger, 'listening');
    const port = String((stranger.address() as AddressInfo).port);
    for (const name of ['PORT', 'SITE_PORT']) {
      const dev = start({ PORT: String(await freePort()), SITE_PORT: String(await freePort()), [name]: port });
      expect(await dev.exit).toEqual([1, null]);
      expect(dev.said).toMatch(new RegExp(`^Port ${port} is taken\\. .*${name}=\\d+ npm run dev\\.\\n$`));
    }
  });

  it('ends both sides where the API cannot start', async () => {
    const settings = { PORT: String(await freePort()), DATABASE_URL: 'postgres://x@127.0.0.1:1/x' };
    const dev = start({ ...settings, SITE_PORT: String(await freePort()) });
    expect(await dev.exit).toEqual([1, null]);
    expect(dev.said).toMatch(/api \| No PostgreSQL answers[^\n]*\nThe API could not start: see above\.\n$/);
  });

  it('serves the site with the API of its PORT behind it, and only what type-checks', async () => {
    const [port, sitePort] = [await freePort(), await freePort()];
    const dev = start({ PORT: String(port), SITE_PORT: String(sitePort), DATA_FOLDER: '.data' });
    await dev.says(`Open http://localhost:${sitePort} in a browser`);
    const health = () => fetch(`http://localhost:${sitePort}/health/ready`).then(({ status }) => status);
    expect(await health()).toBe(200);
    expect(await (await fetch(`http://localhost:${sitePort}/login`)).text()).toContain('<latchkey-root');

    const good = readFileSync(controller, 'utf8');
    writeFileSync(controller, good.replace(`@Permissions('users:read')`, `@Permissions('users:raed')`));
    await dev.says('not started anew until this is mended');
    expect([dev.said.includes('users:raed'), await health()]).toEqual([true, 200]);
    writeFileSync(controller, good);
    await dev.says('Latchkey is ready', 2);

    await dev.end();
    expect([await isTaken(port), await isTaken(sitePort)]).toEqual([false, false]);
  }, 240_000);
});
