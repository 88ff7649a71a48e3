/** `npm run dev`: the API built and restarted at every change, the site on 4200 with live reload and the API behind it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { watch } from 'rolldown';

const root = join(import.meta.dirname, '..');
/** Angular's server reads PORT too; its proxy looks for the API on 3000. */
const PORTS = { api: '3000', web: '4200' };
process.chdir(join(root, 'apps/api'));
const { default: config } = await import('../apps/api/rolldown.config.mjs');

let api;
let restart = Promise.resolve();
let stopping = false;

function restartApi() {
  restart = restart.then(async () => {
    await ended(api);
    if (!stopping) api = run('api', process.execPath, [join(root, 'dist/apps/api/main.js')]);
  });
}

/** Starts a program whose every line says which side it comes from. */
function run(side, command, args) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PORT: PORTS[side] },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => console.log(`${side} | ${line}`));
  return child;
}

/** Asks a process to end, and after `patience` milliseconds makes it. */
function ended(child, patience = 10_000) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
  const force = setTimeout(() => child.kill('SIGKILL'), patience);
  return new Promise((resolve) => {
    child.once('exit', () => resolve(clearTimeout(force)));
    child.kill('SIGTERM');
  });
}

const watcher = watch(config);
watcher.on('event', (event) => {
  if (event.code === 'ERROR') console.error(`api | ${event.error.message}`);
  if (event.code === 'BUNDLE_END') event.result.close();
  if (event.code === 'END') restartApi();
});

const site = run('web', 'nx', ['serve', 'web']);

async function stop() {
  if (stopping) return;
  stopping = true;
  await restart;
  await Promise.all([watcher.close(), ended(api), ended(site, 1_000)]);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
site.on('exit', stop);
