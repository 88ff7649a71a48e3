import { type Rule, type Tree } from '@angular-devkit/schematics';
import { addRootProvider } from '@schematics/angular/utility';
import { type Application } from './application';
import { type Options } from './options';

/** Provides Latchkey to the whole application, standalone or of modules, unless it is provided. */
export const addProvider =
  (application: Application, { apiOrigin }: Options): Rule =>
  (tree) =>
    isProvided(tree, application)
      ? undefined
      : addRootProvider(
          application.name,
          ({ code, external }) =>
            code`${external('provideLatchkey', '@latchkey/angular')}(${settings(application, apiOrigin)})`,
        );

function isProvided(tree: Tree, { folder }: Application): boolean {
  const files = ['app.config.ts', 'app-module.ts', 'app.module.ts', '../main.ts'].map((file) => `${folder}/${file}`);
  return files.some((file) => tree.exists(file) && tree.readText(file).includes('provideLatchkey('));
}

/** Pages of the application's own lead to its first page; Latchkey's to /status. */
function settings({ hasMaterial }: Application, apiOrigin?: string): string {
  const settings = [
    ...(apiOrigin === undefined ? [] : [`apiOrigin: '${new URL(apiOrigin).origin}'`]),
    ...(hasMaterial ? [] : [`home: '/'`]),
  ];
  return settings.length === 0 ? '' : `{ ${settings.join(', ')} }`;
}
