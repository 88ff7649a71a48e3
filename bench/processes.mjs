/** The servers under measure, each in a process of its own, all stopped at the end however it comes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
export const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const running = new Set();

export const secrets = {
  JWT_SECRET: 'kq8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
};

/** Starts a script that prints its address; answers the address once it does, and the process. */
export function start(script, env = {}) {
  const child = spawn(process.execPath, [join(root, script)], { env: { PATH: process.env.PATH, ...env }, cwd: folder });
  running.add(child);
  const gone = new Promise((resolve) => child.once('exit', resolve)).then(() => running.delete(child));
  return new Promise((resolve, reject) => {
    let said = '';
    gone.then(() => reject(new Error(`${script} ended: ${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        said += text;
        const url = /Site +(http:\S+)/.exec(said)?.[1];
        if (url) resolve({ url, child, stop: () => (child.kill('SIGTERM'), gone) });
      });
    }
  });
}

/** The built Latchkey on its embedded PostgreSQL, or on BENCH_DATABASE_URL. */
export const startLatchkey = (env = {}) =>
  start('dist/apps/api/main.js', {
    ...secrets,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    DATA_FOLDER: join(folder, 'data'),
    DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '',
    ...env,
  });

/** Registers somebody and answers their e-mail, password and token. */
export async function newcomer(url) {
  const credentials = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse battery' };
  const body = JSON.stringify(credentials);
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/auth/register`, { method: 'POST', headers, body });
  return { ...credentials, token: (await answer.json()).auth_token };
}

export async function stopAll() {
  await Promise.all(
    [...running].map((child) => new Promise((resolve) => child.once('exit', resolve) && child.kill('SIGTERM'))),
  );
  rmSync(folder, { recursive: true, force: true });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopAll().finally(() => process.exit(1)));
