/** Somebody with a clone of their own, an npm of some version and a Node to run it on. */
import { execFile, spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './ports.mjs';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '..');
const PATIENCE = { run: 8 * 60_000, start: 4 * 60_000, stop: 20_000 };
const PAUSE = 200;

export class Newcomer {
  constructor(version, node, folder) {
    Object.assign(this, { version, node });
    this.clone = join(folder, 'clone');
    this.tool = join(folder, 'npm');
    this.cli = join(this.tool, 'node_modules/npm/bin/npm-cli.js');
    // What an npm around us has set would speak for ours.
    const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
    this.env = { ...Object.fromEntries(own), DATA_FOLDER: join(folder, 'data') };
    if (node !== 'node') this.env.PATH = [dirname(node), process.env.PATH].join(delimiter);
  }

  async prepare() {
    await execute('git', ['clone', '--quiet', root, this.clone]);
    await execute('npm', ['install', '--no-audit', '--prefix', this.tool, `npm@${this.version}`], { env: this.env });
  }

  /** Runs npm in the clone; throws with the end of what it said where it fails. */
  async npm(...words) {
    const options = { cwd: this.clone, env: this.env, timeout: PATIENCE.run, maxBuffer: 1e8 };
    await execute(this.node, [this.cli, ...words], options).catch(({ stdout = '', stderr = '' }) => {
      throw new Error(`npm ${words.join(' ')} failed: ${(stdout + stderr).slice(-400)}`);
    });
  }

  /** `npm start` until it says that it is ready. */
  async start() {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const env = { ...this.env, PORT: String(port) };
    this.child = spawn(this.node, [this.cli, 'start'], { cwd: this.clone, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [this.child.stdout, this.child.stderr]) stream.on('data', (text) => (said += text));
    const isReady = async () => this.child.exitCode !== null || (await this.answers('/health/ready'));
    if (!(await until(isReady, PATIENCE.start)) || this.child.exitCode !== null)
      throw new Error(`npm start is not ready: ${said.slice(-400)}`);
  }

  /** Ends npm as a process manager does, and looks for what it left: processes, or an address that answers. */
  async stop() {
    this.child.kill('SIGTERM');
    if (!(await until(async () => (await this.left()) === '', PATIENCE.stop)))
      throw new Error(`still there: ${await this.left()}`);
  }

  async left() {
    const { stdout } = await execute('ps', ['-ww', '-eo', 'pid=,args=']);
    const processes = stdout.split('\n').filter((line) => line.includes(join(this.clone, '..')));
    return [...processes, ...((await this.answers('/health/live')) ? [this.url] : [])].join('; ');
  }

  answers(path) {
    return fetch(this.url + path).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}

async function until(isTrue, patience) {
  for (const from = performance.now(); performance.now() - from < patience; await setTimeout(PAUSE))
    if (await isTrue()) return true;
  return false;
}
