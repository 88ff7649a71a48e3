import { countStatements } from './counting-proxy.mjs';
import { openDatabase } from './database.mjs';
import { newcomer, post, refreshToken, startLatchkey } from './latchkey.mjs';

export const title = 'statements of a warm status, a login and a refresh together';
export const bar = ['at most', 1];
export const against = 'none, two and one';

const TIMES = 5;
const allowed = { status: 0, login: 2, refresh: 1 };

/** Counts each route's statements; one that has more than it may is not made up for by another. */
export async function measure() {
  const database = await openDatabase();
  const proxy = await countStatements(database.url);
  // What listens for changes has a connection of its own, whose heartbeat is nobody's request.
  const latchkey = await startLatchkey({ DATABASE_URL: proxy.url, DATABASE_DIRECT_URL: database.url });
  const at = (path) => `${latchkey.url}/auth/${path}`;
  const during = async (act) => {
    proxy.statements.length = 0;
    for (let time = 0; time < TIMES; time += 1) await act();
    return proxy.statements.slice();
  };
  const people = [];
  const { email, password } = await newcomer(latchkey.url);
  const tokens = [];
  for (let time = 0; time < TIMES; time += 1) tokens.push(await refreshToken(at('login'), { email, password }));
  const statements = {
    register: await during(async () => people.push(await newcomer(latchkey.url))),
    login: await during(() => post(at('login'), { email, password })),
    // The first request of a token reads its session; from the second on it is remembered.
    warmUp: await during(() => fetch(at('status'), { headers: { authorization: `Bearer ${people[0].token}` } })),
    status: await during(() => fetch(at('status'), { headers: { authorization: `Bearer ${people[0].token}` } })),
    refresh: await during(async () => post(at('refresh'), { refresh_token: tokens.pop() })),
    logout: await during(() => post(at('logout'), {}, { token: people.pop().token })),
  };
  await latchkey.stop();
  proxy.stop();
  await database.stop();
  const routes = {};
  for (const [name, all] of Object.entries(statements)) {
    routes[name] = all.length / TIMES;
    console.log(`  ${name}: ${routes[name]} (${all.slice(0, routes[name]).join(', ')})`);
  }
  const counted = Object.keys(allowed).map((name) => Math.max(routes[name], allowed[name]));
  const subject = counted.reduce((sum, count) => sum + count);
  const baseline = Object.values(allowed).reduce((sum, count) => sum + count);
  return { subject, baseline, ratio: subject / baseline, routes };
}
