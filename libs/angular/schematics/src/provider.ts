import { type Rule, type Tree } from '@angular-devkit/schematics';
import { addRootProvider } from '@schematics/angular/utility';
import { type Application } from './application';
import { type Options } from './options';

const PACKAGE = '@latchkey/angular';

/** Provides Latchkey to the whole application, standalone or of modules, unless it is provided. */
export const addProvider =
  (application: Application, { apiOrigin }: Options): Rule =>
  (tree) =>
    isProvided(tree, application)
      ? undefined
      : addRootProvider(application.name, ({ code, external }) => {
          const provide = external('provideLatchkey', PACKAGE);
          if (apiOrigin === undefined) return code`${provide}()`;
          return code`${provide}(${external('withApi', PACKAGE)}({ origin: '${new URL(apiOrigin).origin}' }))`;
        });

function isProvided(tree: Tree, { folder }: Application): boolean {
  const files = ['app.config.ts', 'app-module.ts', 'app.module.ts', '../main.ts'].map((file) => `${folder}/${file}`);
  return files.some((file) => tree.exists(file) && tree.readText(file).includes('provideLatchkey('));
}
