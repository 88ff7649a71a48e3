import { type Routes } from '@angular/router';
import { Settings } from './settings';

/** The pages of one's own account, each fetched when it is wanted. */
export default [
  {
    path: '',
    component: Settings,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      {
        path: 'profile',
        title: 'Profile',
        loadComponent: () => import('./profile-page').then(({ ProfilePage }) => ProfilePage),
      },
      {
        path: 'security',
        title: 'Security',
        loadComponent: () => import('./security-page').then(({ SecurityPage }) => SecurityPage),
      },
      {
        path: 'devices',
        title: 'Devices',
        loadComponent: () => import('./devices-page').then(({ DevicesPage }) => DevicesPage),
      },
      { path: 'data', title: 'Data', loadComponent: () => import('./data-page').then(({ DataPage }) => DataPage) },
    ],
  },
] satisfies Routes;
