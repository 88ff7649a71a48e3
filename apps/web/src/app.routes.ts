import { type Routes } from '@angular/router';
import { accountRoutes, notFoundRoute } from '@latchkey/angular/pages';

export const routes: Routes = [
  ...accountRoutes,
  { path: 'admin', loadChildren: () => import('@latchkey/angular/admin').then(({ adminRoutes }) => adminRoutes) },
  notFoundRoute,
];
