import autocannon from 'autocannon';
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { openDatabase } from './database.mjs';
import { fill, otherDatabase } from './fill.mjs';
import { secrets, startLatchkey } from './latchkey.mjs';
import { alternate } from './rounds.mjs';

export const title = 'POST /auth/refresh, each a rotation, refreshes/s';
export const bar = ['at least', 0.5];
export const against = 'its bare SQL update through pg';

const USERS = 150_000;
const CALLERS = 64;
const SECONDS = 4;
const DAYS = 14;

/** The statement itself, from where it is written. */
const source = readFileSync(join(import.meta.dirname, '../libs/nest/sessions/src/rotation.ts'), 'utf8');
const [, ROTATE] = /export const ROTATE = `([^`]+)`/.exec(source);

export async function measure() {
  const database = await openDatabase();
  const own = await otherDatabase(database.url, 'refresh');
  const latchkey = await startLatchkey({ DATABASE_URL: own.url });
  await fill(own.url, USERS);
  const pool = new Pool({ connectionString: own.url, max: 10 });
  // None is used twice: a session that was rotated within ten seconds is not rotated again.
  const { rows: sessions } = await pool.query('SELECT id, secret FROM sessions ORDER BY id');
  const refreshes = (seconds) => refreshRate(`${latchkey.url}/auth/refresh`, sessions, seconds);
  const updates = (seconds, name) => updateRate(pool, sessions, seconds, name);
  await refreshes(3);
  await updates(1);
  const result = await alternate(
    5,
    () => refreshes(SECONDS),
    () => updates(SECONDS),
  );
  console.log('  And against the same statement prepared, as the server has it:');
  const prepared = await alternate(
    3,
    () => refreshes(SECONDS),
    () => updates(SECONDS, 'rotate'),
  );
  await Promise.all([latchkey.stop(), pool.end()]);
  await own.drop();
  await database.stop();
  return { ...result, prepared: prepared.ratio };
}

/** Refreshes a second over 64 connections; throws where any was not answered with 200. */
async function refreshRate(url, sessions, duration) {
  const setupRequest = (request) => ({ ...request, body: JSON.stringify({ refresh_token: tokenOf(next(sessions)) }) });
  const headers = { 'content-type': 'application/json' };
  const requests = [{ method: 'POST', headers, setupRequest }];
  const { requests: made, non2xx, errors } = await autocannon({ url, connections: CALLERS, duration, requests });
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers were not 200, ${errors} failed.`);
  return made.average;
}

/** The same statement a second by as many callers, over as many connections as the server has; prepared where it has a name. */
async function updateRate(pool, sessions, seconds, name) {
  const from = performance.now();
  let done = 0;
  const caller = async () => {
    for (; performance.now() < from + seconds * 1000; done += 1) {
      const { rows } = await pool.query({ name, text: ROTATE, values: [next(sessions).id, 0, DAYS] });
      if (rows[0].rotated_to !== 1) throw new Error('A session was not rotated.');
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return (done * 1000) / (performance.now() - from);
}

function next(sessions) {
  const session = sessions.pop();
  if (!session) throw new Error('There are too few sessions for this machine: raise USERS in bench/refresh.mjs.');
  return session;
}

const key = Buffer.from(hkdfSync('sha256', secrets.JWT_SECRET, '', 'latchkey refresh token', 32));
const kid = createHash('sha256').update(key).digest('base64url').slice(0, 6);
const hmac = (...parts) => parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();

/** A session's first refresh token, as libs/nest/sessions/src/refresh-token.ts makes it. */
function tokenOf({ id, secret }) {
  const tail = hmac(`tail ${id} 0 `, secret);
  const head = hmac(`head ${id} 0 `, tail).subarray(0, 16);
  return `${kid}.${id}.0.${Buffer.concat([head, tail]).toString('base64url')}`;
}
