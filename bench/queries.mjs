import { countStatements } from './counting-proxy.mjs';
import { openDatabase } from './database.mjs';
import { newcomer, post, startLatchkey } from './latchkey.mjs';

export const title = 'GET /auth/status, statements a request';
export const bar = ['at most', 1];
export const against = 'one query a request';

const TIMES = 5;

/** Counts for status what the bar is about, and prints the other routes' statements beside it. */
export async function measure() {
  const database = await openDatabase();
  const proxy = await countStatements(database.url);
  const latchkey = await startLatchkey({ DATABASE_URL: proxy.url });
  const at = (path) => `${latchkey.url}/auth/${path}`;
  const during = async (act) => {
    proxy.statements.length = 0;
    for (let time = 0; time < TIMES; time += 1) await act();
    return proxy.statements.slice();
  };
  const people = [];
  const { email, password } = await newcomer(latchkey.url);
  const statements = {
    register: await during(async () => people.push(await newcomer(latchkey.url))),
    login: await during(() => post(at('login'), { email, password })),
    status: await during(() => fetch(at('status'), { headers: { authorization: `Bearer ${people[0].token}` } })),
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
  return { subject: routes.status, baseline: 1, ratio: routes.status, routes };
}
