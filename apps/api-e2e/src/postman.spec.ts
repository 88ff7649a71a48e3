import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import newman, { type NewmanRunSummary } from 'newman';
import { BuiltServer } from './built-server';

const file = join(import.meta.dirname, '../../../postman/latchkey.postman_collection.json');
const collection = JSON.parse(readFileSync(file, 'utf8'));

interface Item {
  item?: Item[];
  request?: { method: string; url: { path: string[] } };
}

const requestsIn = ({ item = [], request }: Item): string[] => [
  ...(request ? [`${request.method} /${request.url.path.join('/')}`] : []),
  ...item.flatMap(requestsIn),
];

const run = (url: string): Promise<NewmanRunSummary> =>
  new Promise((resolve, reject) => {
    newman.run({ collection, envVar: [{ key: 'base_url', value: url }], reporters: [] }, (error, summary) =>
      error ? reject(error) : resolve(summary),
    );
  });

describe('the Postman collection', () => {
  it('runs from top to bottom without a failure', async () => {
    const server = await BuiltServer.start();
    const { run: result } = await run(server.url);
    expect(result.failures.map(({ source, error }) => `${source?.name}: ${error.test}: ${error.message}`)).toEqual([]);
    expect(result.stats.assertions.total).toBeGreaterThan(60);
  });

  it('has a request for every operation of the API', async () => {
    const server = await BuiltServer.start();
    const { paths } = (await (await fetch(`${server.url}/docs-json`)).json()) as { paths: Record<string, object> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, '{{$1}}')}`),
    );
    const requested = new Set(requestsIn(collection));
    expect(operations.length).toBeGreaterThan(7);
    expect(operations.filter((operation) => !requested.has(operation))).toEqual([]);
  });
});
