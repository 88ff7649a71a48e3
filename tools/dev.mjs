/** `npm run dev`: the API built and restarted at every change, the site on 4200 with live reload and the API behind it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { watch } from 'rolldown';

const root = join(import.meta.dirname, '..');
process.chdir(join(root, 'apps/api'));
const { default: config } = await import('../apps/api/rolldown.config.mjs');

let api;
let restart = Promise.resolve();

function restartApi() {
  restart = restart.then(async () => {
    await ended(api);
    api = spawn(process.execPath, [join(root, 'dist/apps/api/main.js')], { cwd: root, stdio: 'inherit' });
  });
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
  if (event.code === 'ERROR') console.error(`API: ${event.error.message}`);
  if (event.code === 'BUNDLE_END') event.result.close();
  if (event.code === 'END') restartApi();
});

const site = spawn('nx', ['serve', 'web'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await restart;
  await Promise.all([watcher.close(), ended(api), ended(site, 1_000)]);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
site.on('exit', stop);
