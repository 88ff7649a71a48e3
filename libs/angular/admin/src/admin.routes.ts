import { type Routes } from '@angular/router';
import { can } from '@latchkey/angular/permissions';
import { NoPermission } from './no-permission';
import { UserPage } from './user-page';
import { UsersPage } from './users-page';

/** Under `/admin`, loaded together. The guard runs again where a session begins, ends or is another's, though the address stays. */
export const adminRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'users' },
  {
    path: 'users',
    title: 'Users',
    canActivate: [can('users:read', '/admin/no-permission')],
    runGuardsAndResolvers: 'always',
    component: UsersPage,
  },
  {
    path: 'users/:id',
    title: 'User',
    canActivate: [can('users:read', '/admin/no-permission')],
    runGuardsAndResolvers: 'always',
    component: UserPage,
  },
  { path: 'no-permission', title: 'No permission', component: NoPermission },
];
