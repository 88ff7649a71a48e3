import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { nx } from './build.mjs';
import { openDatabase } from './database.mjs';
import { secrets } from './latchkey.mjs';
import { folder, launch } from './processes.mjs';
import { alternate } from './rounds.mjs';

export const title = 'import of CSV, users a minute';
export const bar = ['at least', 0.25];
export const against = 'the same rows, ready-made, by pg alone, 1000 a transaction';

const USERS = 100_000;
const BATCH = 1000;
const HASH = `pbkdf2:sha256:600000$aSaltOf16Letters$${'0f'.repeat(32)}`;
const root = join(import.meta.dirname, '..');

/** The whole command is timed, its start as well; 100 000 users a minute are wanted whatever the ratio. */
export async function measure() {
  await nx(['run', 'cli:build'], root);
  const database = await openDatabase();
  const result = await alternate(
    3,
    () => aMinute((users) => importFile(users, database.url)),
    () => aMinute((users) => insertAlone(users, database.url)),
  );
  await database.stop();
  return result;
}

async function aMinute(take) {
  const round = crypto.randomUUID().slice(0, 8);
  const users = Array.from({ length: USERS }, (_, n) => [`${round}.${n}@example.com`, `${round}.${n}`]);
  return (USERS / (await take(users))) * 60_000;
}

async function importFile(users, url) {
  const path = join(folder, 'users.csv');
  const lines = users.map(
    ([email, name]) => `${email},${name},${HASH},"User ${name}",user,true,2017-08-13 17:21:52+00`,
  );
  const header = 'email,username,password_hash,display_name,roles,is_active,registered_on';
  writeFileSync(path, [header, ...lines].join('\n'));
  let said = '';
  const from = performance.now();
  const env = { ...secrets, DATABASE_URL: url };
  const main = join(root, 'dist/tools/cli/main.js');
  const child = launch(process.execPath, [main, 'import', path], {
    env,
    cwd: folder,
    onText: (text) => (said += text),
  });
  const [status] = await once(child, 'close');
  if (status !== 0 || !said.includes('100,000 imported, 0 skipped, 0 refused')) throw new Error(said);
  return performance.now() - from;
}

async function insertAlone(users, url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const from = performance.now();
  for (let begin = 0; begin < users.length; begin += BATCH) {
    const some = users.slice(begin, begin + BATCH);
    const columns = [some.map(() => crypto.randomUUID()), some.map(([email]) => email), some.map(([, name]) => name)];
    await client.query(
      `INSERT INTO users (id, email, username, display_name, password_hash)
       SELECT id, email, name, 'User ' || name, '${HASH}' FROM unnest($1::uuid[], $2::text[], $3::text[]) AS row (id, email, name)`,
      columns,
    );
  }
  const took = performance.now() - from;
  await client.end();
  return took;
}
