import { type Routes } from '@angular/router';
import { accountRoutes, notFoundRoute } from '@latchkey/web/account';

export const routes: Routes = [
  ...accountRoutes,
  { path: 'admin', loadChildren: () => import('@latchkey/web/admin').then(({ adminRoutes }) => adminRoutes) },
  notFoundRoute,
];
