/** The built Latchkey, and somebody with an account in it. */
import { join } from 'node:path';
import { folder, start } from './processes.mjs';

export const secrets = {
  JWT_SECRET: 'kq8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
};

/** Starts it on BENCH_DATABASE_URL, or on an embedded PostgreSQL of its own, and waits until it is ready. */
export async function startLatchkey(env = {}) {
  const latchkey = await start('dist/apps/api/main.js', {
    ...secrets,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    // One account logs in hundreds of times, and its first session is the one that is measured.
    SESSIONS_PER_USER: '1000',
    DATA_FOLDER: join(folder, 'data'),
    DATABASE_URL: process.env.BENCH_DATABASE_URL ?? '',
    ...env,
  });
  const { status } = await fetch(`${latchkey.url}/health/ready`);
  if (status !== 200) throw new Error(`/health/ready answered ${status}.`);
  return latchkey;
}

/** Sends JSON and answers the body; throws where the answer is not `expected`. */
export async function post(url, body, { expected = 200, token, headers: more } = {}) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...more };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (answer.status !== expected) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** Registers somebody and answers their e-mail, password and token. */
export async function newcomer(url) {
  const credentials = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse battery' };
  const { auth_token: token } = await post(`${url}/auth/register`, credentials, { expected: 201 });
  return { ...credentials, token };
}

/** The refresh token of a new session. */
export async function refreshToken(loginUrl, credentials) {
  const { refresh_token: token } = await post(loginUrl, credentials, { headers: { 'x-refresh': 'body' } });
  return token;
}
