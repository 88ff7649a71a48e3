import { expect, type Page } from '@playwright/test';

/** A page, or what somebody has opened or done on it. */
export interface Shot {
  name: string;
  path: string;
  heading: string;
  isForStrangers?: true;
  /** The link there that leads to the page meant, which has its words as heading. */
  link?: string;
  prepare?(page: Page): Promise<unknown>;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function failToLogIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await press(page, 'Log in');
  await expect(page.getByText('Invalid email or password.')).toBeVisible();
}

export const shots: readonly Shot[] = [
  { name: 'home', path: '/', heading: 'Sign-in that is yours', isForStrangers: true },
  { name: 'login', path: '/login', heading: 'Log in', isForStrangers: true },
  { name: 'login-refused', path: '/login', heading: 'Log in', isForStrangers: true, prepare: failToLogIn },
  { name: 'register', path: '/register', heading: 'Create an account', isForStrangers: true },
  {
    name: 'register-typing',
    path: '/register',
    heading: 'Create an account',
    isForStrangers: true,
    prepare: (page) => page.getByLabel('Password', { exact: true }).fill('plum otter mast'),
  },
  { name: 'not-found', path: '/nowhere', heading: 'Page not found', isForStrangers: true },
  { name: 'status', path: '/status', heading: 'Your session' },
  { name: 'menu', path: '/status', heading: 'Your session', prepare: (page) => press(page, /account menu/) },
  { name: 'protected', path: '/protected', heading: 'A protected page' },
  { name: 'profile', path: '/account/profile', heading: 'Profile' },
  { name: 'security', path: '/account/security', heading: 'Security' },
  { name: 'devices', path: '/account/devices', heading: 'Devices' },
  { name: 'data', path: '/account/data', heading: 'Data' },
  { name: 'delete', path: '/account/data', heading: 'Data', prepare: (page) => press(page, 'Delete my account') },
  { name: 'users', path: '/admin/users', heading: 'Users' },
  { name: 'users-menu', path: '/admin/users', heading: 'Users', prepare: (page) => press(page, /^Actions for Annie/) },
  { name: 'user', path: '/admin/users', heading: 'Users', link: 'Grace Hopper' },
  { name: 'create-user', path: '/admin/users', heading: 'Users', prepare: (page) => press(page, 'Create user') },
];
