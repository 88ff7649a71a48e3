import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FreshApp } from './fresh-app';

const NG_BUILD = join(import.meta.dirname, '../tools/ng-build.mjs');

/** An application as `ng new` writes it; `options` as its command line takes them. */
export class NgApp extends FreshApp {
  constructor(options: object = {}) {
    const usual = { directory: '.', skipInstall: true, skipGit: true, routing: true, style: 'css' };
    super('@schematics/angular', 'ng-new', { name: 'shop', version: '22.2.0', ...usual, ...options });
  }

  /** Puts something into the providers of the application. */
  provide(provider: string, from: string, names = provider.replace(/\(.*/, '')): void {
    const [file] = globSync('src/app/{app.config,app-module}.ts', { cwd: this.folder });
    this.edit(String(file), (text) => {
      const provided = text.replace('provideBrowserGlobalErrorListeners()', `$&, ${provider}`);
      return `import { ${names} } from '${from}';\n${provided}`;
    });
  }

  /** Makes it a shop, with pages of its own and all of Latchkey's, whose API answers at `apiOrigin`. */
  openShop(apiOrigin = 'http://localhost:3000'): void {
    this.lay('ng');
    const [file] = globSync('src/app/app{.routes,-routing-module}.ts', { cwd: this.folder });
    this.edit(String(file), (text) =>
      text
        .replace(/export const routes.*/, "export { routes } from './shop.routes';")
        .replace(/^const routes.*/m, "import { routes } from './shop.routes';"),
    );
    this.provide(
      `provideLatchkey(withApi({ origin: '${apiOrigin}' }))`,
      '@latchkey/angular',
      'provideLatchkey, withApi',
    );
  }

  build(): void {
    this.run(NG_BUILD);
  }

  /** Where the built pages lie. */
  get browser(): string {
    return join(this.folder, 'dist/shop/browser');
  }

  /** The text of every script that was built. */
  get scripts(): string[] {
    return globSync('**/*.js', { cwd: this.browser }).map((file) => readFileSync(join(this.browser, file), 'utf8'));
  }

  /** Bytes of the scripts that a page loads first, as gzip sends them. */
  get firstScripts(): number {
    const page = readFileSync(join(this.browser, 'index.html'), 'utf8');
    const first = globSync('*.js', { cwd: this.browser }).filter((file) => page.includes(file));
    return first.reduce((sum, file) => sum + gzipSync(readFileSync(join(this.browser, file)), { level: 9 }).length, 0);
  }
}
