import { chain, type Rule } from '@angular-devkit/schematics';
import { endWithReport, packagesOf, requirePackages } from '@latchkey/schematics';
import { applicationOf } from './application';
import { checkOptions } from './check-options';
import { addExample } from './example';
import { type Options } from './options';
import { addProvider } from './provider';
import { addProxy } from './proxy';
import { addRoutes } from './routes';

const PAGES = 'Pages: /login and /register. Guard yours with canActivate: [authenticated()].';
const THEME =
  "Latchkey's pages take their look from @latchkey/angular/theme: @use it in styles.scss as docs/add-to-angular.md shows.";

/** Refuses before anything is written, so that an application is changed whole or not at all. Throws CannotEdit. */
export const ngAdd =
  (options: Options): Rule =>
  async (tree) => {
    checkOptions(options);
    const application = await applicationOf(tree, options.project);
    return chain([
      addRoutes(application),
      ...(options.example ? [addExample(application)] : []),
      addProxy(application, options),
      addProvider(application, options),
      requirePackages(packagesOf(import.meta.url, ['@latchkey/contract', 'zod'])),
      endWithReport(() => (application.hasMaterial ? [PAGES, THEME] : [PAGES])),
    ]);
  };
