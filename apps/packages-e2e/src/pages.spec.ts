import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packed';

/** The code on these pages is that of the apps that are built and run here. */
const pages = [
  { page: 'docs/add-to-nest.md', app: 'nest' },
  { page: 'docs/add-to-angular.md', app: 'ng' },
  { page: 'docs/test-a-signed-in-app.md', app: 'ng' },
];

const BLOCK = /```ts\n\/\/ (src\S+)\n([^]*?)```/g;

it.each(pages)('has in $page what the apps of the tests have', ({ page, app }) => {
  const text = readFileSync(join(root, page), 'utf8');
  const blocks = [...text.matchAll(BLOCK)].map(([, file, code]) => ({ file: String(file), code: String(code) }));
  expect(blocks.length).toBeGreaterThan(0);
  for (const { file, code } of blocks) expect(sourceOf(app, file)).toContain(code);
});

const sourceOf = (app: string, file: string): string =>
  readFileSync(join(root, 'apps/packages-e2e/fixtures', app, file), 'utf8');
