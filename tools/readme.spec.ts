import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { copiedWorkspace } from './copied-workspace';

const workspace = copiedWorkspace();
const readme = readFileSync(join(workspace, 'README.md'), 'utf8');
const block = (language: string, word: string): string =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))]
    .map(([, code]) => code as string)
    .find((code) => code.includes(word)) as string;

const controller = join(workspace, 'apps/api/src/shop.controller.ts');
const onOwnNode = (...words: string[]) =>
  spawnSync(process.execPath, [join(workspace, 'tools/on-own-node.mjs'), ...words], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
const build = () => onOwnNode('nx', 'run-many', '-t', 'build', '-p', 'api');

const PATIENCE = 240_000;

describe('the README', () => {
  let server: ChildProcess | undefined;
  beforeAll(() => {
    writeFileSync(controller, block('ts', 'ShopController'));
    const module = join(workspace, 'apps/api/src/app.module.ts');
    const source = readFileSync(module, 'utf8').replace('controllers: []', 'controllers: [ShopController]');
    writeFileSync(module, `import { ShopController } from './shop.controller';\n${source}`);
  });
  afterAll(() => server?.kill());

  it(
    'has a controller to paste, which builds and answers whom its curl has registered',
    async () => {
      expect(build().status).toBe(0);
      const env = { PATH: process.env['PATH'], PORT: '0', PASSWORD_COST: '4', DATA_FOLDER: join(workspace, '.data') };
      server = spawn(process.execPath, ['dist/apps/api/main.js'], {
        cwd: workspace,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let port: string | undefined;
      for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
        port = /Site +http:\/\/localhost:(\d+)/.exec(line)?.[1];
        if (port) break;
      }
      const script = `${block('sh', 'TOKEN=')}\ncurl -s localhost:3000/shop/orders -H "authorization: Bearer $TOKEN"`;
      const { stdout } = spawnSync('bash', ['-c', script.replaceAll('3000', String(port))], { encoding: 'utf8' });
      expect(stdout).toContain('{"buyer":"ada@example.com","orders":[]}');
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
    PATIENCE,
  );

  it(
    'promises that the build refuses a permission which the contract does not know',
    () => {
      const pasted = readFileSync(controller, 'utf8');
      const asks = pasted
        .replace('@Get', `@Permissions('users:raed')\n  @Get`)
        .replace('CurrentUser,', 'CurrentUser, Permissions,');
      writeFileSync(controller, asks);
      const { status, stdout, stderr } = build();
      writeFileSync(controller, pasted);
      expect(status).not.toBe(0);
      expect(stdout + stderr).toContain('users:raed');
    },
    PATIENCE,
  );
});
