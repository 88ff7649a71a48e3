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

  /** Puts something into the providers of app.config.ts. */
  provide(provider: string, from: string, names = provider.replace(/\(.*/, '')): void {
    this.edit('src/app/app.config.ts', (text) => {
      const provided = text.replace(/provideRouter\(routes\)/, `$&, ${provider}`);
      return `import { ${names} } from '${from}';\n${provided}`;
    });
  }

  build(): void {
    this.run('node', [NG_BUILD]);
  }

  /** Where the built pages lie. */
  get browser(): string {
    return join(this.folder, 'dist/shop/browser');
  }

  /** Bytes of the scripts that a page loads first, as gzip sends them. */
  get firstScripts(): number {
    const page = readFileSync(join(this.browser, 'index.html'), 'utf8');
    const first = globSync('*.js', { cwd: this.browser }).filter((file) => page.includes(file));
    return first.reduce((sum, file) => sum + gzipSync(readFileSync(join(this.browser, file)), { level: 9 }).length, 0);
  }
}
