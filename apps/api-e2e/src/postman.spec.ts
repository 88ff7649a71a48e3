import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testDatabase } from '@latchkey/server/testing';
import newman, { type NewmanRunSummary } from 'newman';
import { BuiltServer } from './built-server';
import { makeAdministrator } from './make-administrator';

const file = join(import.meta.dirname, '../../../postman/latchkey.postman_collection.json');
const collection = JSON.parse(readFileSync(file, 'utf8'));

/** What is elsewhere was put into the app by whoever builds on it. */
const OWN = /^[A-Z]+ \/(auth|users|api|health|metrics|dev|\.well-known)(\/|$)/;

interface Item {
  item?: Item[];
  request?: { method: string; url: { path: string[] } };
}

const requestsIn = ({ item = [], request }: Item): string[] => [
  ...(request ? [`${request.method} /${request.url.path.join('/')}`] : []),
  ...item.flatMap(requestsIn),
];

const run = (variables: Record<string, string>): Promise<NewmanRunSummary> =>
  new Promise((resolve, reject) => {
    const envVar = Object.entries(variables).map(([key, value]) => ({ key, value }));
    newman.run({ collection, envVar, reporters: [] }, (error, summary) => (error ? reject(error) : resolve(summary)));
  });

const failuresOf = ({ run: { failures } }: NewmanRunSummary): string[] =>
  failures.map(({ source, error }) => `${source?.name}: ${error.test}: ${error.message}`);

describe('the Postman collection', () => {
  it('runs from top to bottom without a failure', async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const server = await BuiltServer.start({ DATABASE_URL });
    await server.register('admin@example.com');
    await makeAdministrator(DATABASE_URL, 'admin@example.com');
    const result = await run({ base_url: server.url, admin_email: 'admin@example.com' });
    expect(failuresOf(result)).toEqual([]);
    expect(result.run.stats.assertions.total).toBeGreaterThan(130);
  });

  it('runs for a stranger too, to whom nobody made an administrator', async () => {
    const { url } = await BuiltServer.start();
    const result = await run({ base_url: url });
    expect(failuresOf(result)).toEqual([]);
    expect(result.run.stats.assertions.total).toBeGreaterThan(80);
  });

  it('has a request for every operation at Latchkey’s own addresses', async () => {
    const server = await BuiltServer.start();
    const { paths } = (await (await fetch(`${server.url}/docs-json`)).json()) as { paths: Record<string, object> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, '{{$1}}')}`),
    );
    const own = operations.filter((operation) => OWN.test(operation));
    const requested = new Set(requestsIn(collection));
    expect(own.length).toBeGreaterThan(30);
    expect(own.filter((operation) => !requested.has(operation))).toEqual([]);
  });
});
