import { type Tree } from '@angular-devkit/schematics';
import { CannotEdit, EditedSource, type Step } from '@latchkey/schematics';
import ts from 'typescript';
import { type Application } from './application';
import { PASTE } from './paste';
import { SIGN_IN_PAGE } from './sign-in-page';

const FILES = ['app.routes.ts', 'app-routing-module.ts', 'app-routing.module.ts', 'app-module.ts', 'app.module.ts'];

const READY = `{ path: '', loadChildren: () => import('@latchkey/angular/pages').then(({ accountRoutes }) => accountRoutes) }`;
const OWN = ['login', 'register'].map(
  (path) => `{ path: '${path}', loadComponent: () => import('./sign-in').then(({ SignIn }) => SignIn) }`,
);

/** Adds the pages of signing in: Latchkey's where there is Angular Material, else a plain one that is the application's own. */
export const addRoutes =
  ({ folder, hasMaterial }: Application): Step =>
  (tree) => {
    const { file, routes } = routesIn(tree, folder);
    if (/@latchkey\/angular\/pages|path:\s*['"]login['"]|\baccountRoutes\b/.test(file.source.text)) return;
    appendRoutes(file, routes, hasMaterial ? [READY] : OWN);
    const page = `${folder}/sign-in.ts`;
    if (!hasMaterial && !tree.exists(page)) tree.create(page, SIGN_IN_PAGE);
  };

/** The array of the application's routes. Throws CannotEdit. */
export function routesIn(tree: Tree, folder: string): { file: EditedSource; routes: ts.ArrayLiteralExpression } {
  for (const path of FILES.map((name) => `${folder}/${name}`).filter((place) => tree.exists(place))) {
    const file = new EditedSource(tree, path);
    const value = file.find(isRoutes)?.initializer;
    if (value && ts.isArrayLiteralExpression(value)) return { file, routes: value };
  }
  throw new CannotEdit(`There is no \`const routes: Routes = […]\` in ${folder}/{${FILES.join(',')}}.`, PASTE);
}

/** A route for every address stays the last. */
export function appendRoutes(file: EditedSource, routes: ts.ArrayLiteralExpression, elements: string[]): void {
  const last = routes.elements.at(-1);
  file.append(routes, elements, last && /path:\s*['"]\*\*['"]/.test(last.getText()) ? last : undefined);
  file.save();
}

const isRoutes = (node: ts.Node): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && node.name.getText() === 'routes';
