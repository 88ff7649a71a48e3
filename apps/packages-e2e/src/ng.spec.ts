import { NgApp } from './ng-app';

const kinds = [
  { kind: 'a zoneless app', options: {} },
  { kind: 'an app with server rendering', options: { ssr: true } },
  { kind: 'an app of modules with zone.js', options: { standalone: false, zoneless: false } },
];

it.each(kinds)('builds every entry into $kind', ({ options }) => {
  const app = new NgApp(options);
  app.install(['contract', 'angular']);
  app.openShop();
  app.build();
  expect(app.firstScripts).toBeGreaterThan(0);
});
