import { FreshTree } from '@latchkey/schematics/testing';
import { ngAdd } from './ng-add';

const CONFIG = '/src/app/app.config.ts';
const ROUTES = '/src/app/app.routes.ts';

const ngNew = (options: object = {}) =>
  FreshTree.of('@schematics/angular', 'ng-new', {
    name: 'shop',
    directory: '.',
    version: '22.2.0',
    skipInstall: true,
    skipGit: true,
    routing: true,
    style: 'css',
    ...options,
  });

let app: FreshTree;
let ofModules: FreshTree;
beforeAll(async () => {
  app = await ngNew();
  ofModules = await ngNew({ standalone: false, zoneless: false });
});

const withMaterial = () =>
  app.with({
    '/package.json': app.text('/package.json').replace('"dependencies": {', '$& "@angular/material": "^22.0.0",'),
  });
const added = async (to: FreshTree, options = {}) => (await to.after(ngAdd(options))).app;
const refusal = (of: FreshTree, options = {}) =>
  of.after(ngAdd(options)).then(
    () => 'not refused',
    (error: Error) => error.message,
  );

describe('ng add @latchkey/angular', () => {
  it('provides Latchkey and adds a plain page of the application’s own', async () => {
    const { app: done, changed, said } = await app.after(ngAdd({}));
    expect(changed.sort()).toEqual(
      ['/angular.json', '/package.json', '/proxy.conf.json', CONFIG, ROUTES, '/src/app/sign-in.ts'].sort(),
    );
    expect([CONFIG, ROUTES, '/proxy.conf.json'].map((path) => done.text(path))).toMatchSnapshot();
    expect(JSON.parse(done.text('/angular.json')).projects.shop.architect.serve.options).toEqual({
      proxyConfig: 'proxy.conf.json',
    });
    expect(said.join('\n')).toContain('/login');
  });

  it('takes the ready pages where there is Angular Material', async () => {
    const { app: done, changed } = await withMaterial().after(ngAdd({}));
    expect(changed).not.toContain('/src/app/sign-in.ts');
    expect(done.text(ROUTES)).toMatchSnapshot();
    expect(done.text(CONFIG)).toContain('provideLatchkey()');
  });

  it('provides it in the module of an application of modules', async () => {
    const done = await added(ofModules);
    expect(done.text('/src/app/app-module.ts')).toMatch(
      /import \{ provideLatchkey \}[^]*providers: \[[^\]]*provideLatchkey\(/,
    );
    expect(done.text('/src/app/app-routing-module.ts')).toContain("path: 'login'");
  });

  it.each([
    ['standalone', () => app],
    ['of modules', () => ofModules],
    ['with Material', withMaterial],
  ])('changes nothing the second time in an application %s, and says so', async (_, of) => {
    const { changed, said } = await (await added(of(), { example: true })).after(ngAdd({ example: true }));
    expect(changed).toEqual([]);
    expect(said).toEqual(['Latchkey is in this application already: nothing was changed.']);
  });

  it('adds a guarded page where it is asked to', async () => {
    const done = await added(app, { example: true });
    expect(done.text(ROUTES)).toMatch(/path: 'members',\n\s+canActivate: \[authenticated\(\)\]/);
    expect(done.text('/src/app/members.ts')).toContain('class Members');
    expect((await added(app)).text(ROUTES)).not.toContain('members');
  });

  it('names an API on another origin instead of passing on to it', async () => {
    const { app: done, changed } = await app.after(ngAdd({ apiOrigin: 'https://api.example.com/' }));
    expect(done.text(CONFIG)).toContain("provideLatchkey(withApi({ origin: 'https://api.example.com' }))");
    expect(changed).not.toContain('/proxy.conf.json');
  });

  it('puts its routes before the one for every address', async () => {
    const wild = "[{ path: '', children: [] }, { path: '**', redirectTo: '' }]";
    const done = await added(app.with({ [ROUTES]: app.text(ROUTES).replace('[]', wild) }));
    expect(done.text(ROUTES)).toMatch(/children: \[\] \},\n[^]*login[^]*register[^]*\*\*/);
  });

  it('refuses an address that is none', async () => {
    expect(await refusal(app, { apiOrigin: 'api.example.com' })).toMatch(/--api-origin needs an origin.*Nothing was/);
    expect(await refusal(app, { api: 'localhost:3000' })).toMatch(/--api needs an origin/);
  });

  it('refuses what it cannot edit, and says what to paste', async () => {
    const computed = app.with({ [ROUTES]: 'export const routes = make();\n' });
    expect(await refusal(computed)).toMatch(/routes: Routes[^]*Nothing was changed[^]*provideLatchkey\(\),/);
    const proxied = app.with({
      '/angular.json': app
        .text('/angular.json')
        .replace(/("serve": \{)/, '$1 "options": { "proxyConfig": "proxy.js" },'),
    });
    expect(await refusal(proxied)).toMatch(/proxy\.js[^]*Nothing was changed[^]*"\/auth"/);
    const several = await FreshTree.of('@schematics/angular', 'workspace', { name: 'shop', version: '22.2.0' });
    expect(await refusal(several)).toMatch(/--project/);
  });
});
