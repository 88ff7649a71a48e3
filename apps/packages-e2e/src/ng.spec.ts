import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NgApp } from './ng-app';

/** What the entry for tests would leave in a build. */
const TEST_DOORS = /token\.for\.tests|is for tests alone/;

/** Pages of one user each cannot be rendered ahead. */
const SERVER_ROUTES = 'src/app/app.routes.server.ts';

const kinds = [
  { kind: 'a zoneless app', options: {} },
  { kind: 'an app with server rendering', options: { ssr: true } },
  { kind: 'an app of modules with zone.js', options: { standalone: false, zoneless: false } },
];

it('wears the theme of the package', () => {
  const app = new NgApp({ style: 'scss' });
  app.install(['contract', 'angular'], ['@angular/material', '@angular/cdk']);
  app.openShop();
  app.edit('src/styles.scss', () => "@use '@latchkey/angular/theme' as latchkey;\n@include latchkey.theme;\n");
  app.build();
  const [styles] = globSync('*.css', { cwd: app.browser });
  expect(readFileSync(join(app.browser, String(styles)), 'utf8')).toContain('--latchkey-card');
});

it.each(kinds)('builds every entry into $kind', ({ options }) => {
  const app = new NgApp(options);
  app.install(['contract', 'angular']);
  app.openShop();
  if (existsSync(join(app.folder, SERVER_ROUTES)))
    app.edit(SERVER_ROUTES, (text) => text.replace('RenderMode.Prerender', 'RenderMode.Server'));
  app.build();
  expect(app.scripts.length).toBeGreaterThan(0);
  expect(app.scripts.filter((script) => TEST_DOORS.test(script))).toEqual([]);
});
