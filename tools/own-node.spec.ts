import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..');
const onOwnNode = join(import.meta.dirname, 'on-own-node.mjs');
/** Where no link called `node` is, as an older npm leaves node_modules/.bin. */
const env = { PATH: '/usr/bin:/bin' };
const answer = (...words: string[]) =>
  spawnSync(process.execPath, [onOwnNode, ...words], { cwd: root, env, encoding: 'utf8' });

describe('the Node that comes with the packages', () => {
  it('is the one that a program finds as node, without a link in node_modules/.bin', () => {
    const { stdout } = answer('node', '-p', 'process.execPath');
    expect(stdout.trim()).toMatch(/node_modules\/node-(bin-)?(linux|darwin)-(x64|arm64)\/bin\/node$/);
  });

  it('runs the programs of packages, and hands on their exit code', () => {
    expect(answer('tsc', '--version').stdout).toMatch(/^Version \d/);
    expect(answer('node', '-e', 'process.exit(7)').status).toBe(7);
  });

  it('says which program it has not found', () => {
    const { status, stderr } = answer('no-such-program');
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^spawn no-such-program ENOENT\n$/)]);
  });

  it('ends with the shell that npm runs a script in, which hands no signal on', async () => {
    const waits = 'console.log(process.pid); setInterval(() => {}, 1000)';
    const command = `"${process.execPath}" "${onOwnNode}" node -e "${waits}"; true`;
    const shell = spawn('sh', ['-c', command], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [pid] = (await once(createInterface({ input: shell.stdout }), 'line')) as [string];
    const gone = once(shell.stdout, 'close');
    shell.kill('SIGTERM');
    await gone;
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });
});
