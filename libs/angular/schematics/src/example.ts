import { type Step } from '@latchkey/schematics';
import { type Application } from './application';
import { appendRoutes, routesIn } from './routes';

const PAGE = `import { Component, inject } from '@angular/core';
import { Session } from '@latchkey/angular';

@Component({
  selector: 'app-members',
  template: \`
    <h1>Hello {{ session.user()?.email }}</h1>
    <button type="button" (click)="session.signOut()">Sign out</button>
  \`,
})
export class Members {
  protected readonly session = inject(Session);
}
`;

const ROUTE = `{
  path: 'members',
  canActivate: [authenticated()],
  loadComponent: () => import('./members').then(({ Members }) => Members),
}`;

/** A page at /members for who is signed in. */
export const addExample =
  ({ folder }: Application): Step =>
  (tree) => {
    const page = `${folder}/members.ts`;
    if (tree.exists(page)) return;
    const { file, routes } = routesIn(tree, folder);
    file.import('authenticated', '@latchkey/angular');
    appendRoutes(file, routes, [ROUTE]);
    tree.create(page, PAGE);
  };
