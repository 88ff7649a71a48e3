/**
 * `npm run dev`: the API checked, built and restarted at every change; the site with live reload and the API behind it.
 * PORT and SITE_PORT choose their ports.
 */
import { existsSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { watch } from 'rolldown';
import { DevApi } from './dev-api.mjs';
import { freePort, isTaken } from './ports.mjs';
import { Side } from './side.mjs';
import { root } from './sources.mjs';

process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
const port = Number(process.env.PORT || 3000) || (await freePort());
const sitePort = Number(process.env.SITE_PORT || 4200);
const address = `http://localhost:${sitePort}`;

let site, types, watcher;
let stopping = false;

for (const [name, taken] of Object.entries({ PORT: port, SITE_PORT: sitePort }))
  if (await isTaken(taken))
    refuse(`Port ${taken} is taken. Stop what is using it, or choose another: ${name}=${taken + 1} npm run dev.`);

function refuse(message) {
  console.error(message);
  process.exit(1);
}

const api = new DevApi(port, {
  onReady: () => (site ??= startSite()),
  onTrouble: (message) => stop(1, message),
});

/** Not before the API that answers is known to be ours: nothing is ever handed on to anybody else. */
function startSite() {
  let isOpen = false;
  return new Side('web', 'nx', ['serve', 'web', `--port=${sitePort}`], {
    // Under CI Angular bundles all at once, and calls that too large.
    env: { ...process.env, CI: undefined, PORT: String(sitePort), DEV_API: api.url },
    onLine: (line) => {
      if (isOpen || !stripVTControlCharacters(line).includes(address)) return;
      isOpen = true;
      console.log(`\nOpen ${address} in a browser. The API behind it is on ${port}.\n`);
    },
    onEnd: () => stop(1, 'The site has ended: see above.'),
  });
}

/** The API is started anew only with what type-checks; until then the last one that did runs on. */
async function bundled() {
  await types?.end(0);
  if (stopping) return;
  const config = ['-p', 'apps/api/tsconfig.app.json', '--incremental', '--tsBuildInfoFile', 'tmp/dev.tsbuildinfo'];
  const check = (types = new Side('types', 'tsc', ['--noEmit', '--pretty', ...config], { cwd: root }));
  const code = await check.gone;
  if (stopping || check !== types || check.isAsked) return;
  if (code === 0) await api.restart();
  else console.log(`types | The API is not started anew until this is mended.`);
}

process.chdir('apps/api');
const { default: config } = await import('../apps/api/rolldown.config.mjs');
watcher = watch(config);
watcher.on('event', (event) => {
  if (event.code === 'ERROR') console.error(`api | ${event.error.message}`);
  if (event.code === 'BUNDLE_END') event.result.close();
  if (event.code === 'END') void bundled();
});

async function stop(code, message) {
  if (stopping) return;
  stopping = true;
  if (message) console.error(message);
  await Promise.all([watcher?.close(), types?.end(0), api.stop(), site?.end(2_000)]);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
