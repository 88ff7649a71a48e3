import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { render, screen, waitFor, within } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { App } from './app';
import { appConfig } from './app.config';

const ada = {
  user_id: '1',
  email: 'ada@example.com',
  admin: false,
  roles: ['user'],
  registered_on: 'Sun, 13 Aug 2017 17:21:52 GMT',
  expires_in: 900,
};

async function open(url: string, token?: string, data: object = ada) {
  localStorage.clear();
  if (token) localStorage.setItem('token', token);
  await render(App, { providers: [...appConfig.providers, provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  const arrived = TestBed.inject(Router).navigateByUrl(url);
  await new Promise((resolve) => setTimeout(resolve));
  if (token) http.expectOne('/auth/status').flush({ status: 'success', data });
  await arrived;
  return { http, user: userEvent.setup() };
}

describe('the shell', () => {
  it('shows a stranger the ways in', async () => {
    await open('/');
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect([...nav.querySelectorAll('a')].map((link) => link.textContent?.trim())).toEqual([
      'Log in',
      'Create account',
    ]);
  });

  it('shows who is signed in, and the way out', async () => {
    const { http, user } = await open('/status', 'a.kept.c');
    const menu = await screen.findByRole('button', { name: /^ada@example.com ?, account menu$/ });
    await user.click(menu);
    const nav = within(screen.getByRole('navigation', { name: 'Main' }));
    expect(nav.getByRole('link', { name: 'Account' })).toHaveAttribute('href', '/account');
    expect(nav.queryByRole('link', { name: 'Users' })).toBeNull();
    await user.click(nav.getByRole('button', { name: 'Log out' }));
    await waitFor(() => expect(http.expectOne('/auth/logout')).toBeTruthy());
    expect(await screen.findByRole('heading', { name: 'Log in' })).toBeVisible();
  });

  it('titles each page and puts the focus where one goes on', async () => {
    const { user } = await open('/');
    expect(TestBed.inject(Title).getTitle()).toBe('Welcome · Latchkey');
    await user.click(screen.getByRole('link', { name: 'Create account' }));
    expect(await screen.findByRole('heading', { name: 'Create an account' })).toBeVisible();
    await waitFor(() => expect(screen.getByLabelText('E-mail')).toHaveFocus());
    expect(TestBed.inject(Title).getTitle()).toBe('Create an account · Latchkey');
    await user.click(screen.getByRole('link', { name: 'Latchkey' }));
    const heading = await screen.findByRole('heading', { name: /yours/ });
    await waitFor(() => expect(heading).toHaveFocus());
  });

  it('calls whoever has saved a name by it, and opens and closes its menu by key', async () => {
    const { user } = await open('/status', 'a.kept.c', { ...ada, display_name: 'Ada Lovelace', roles: ['admin'] });
    const menu = await screen.findByRole('button', { name: /^Ada Lovelace ?, account menu$/ });
    expect(menu).toHaveTextContent('AL');
    menu.focus();
    await user.keyboard('{Enter}');
    expect(menu).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('link', { name: 'Users' })).toHaveAttribute('href', '/admin/users');
    await user.keyboard('{Escape}');
    expect(menu).toHaveFocus();
    expect(screen.queryByRole('link', { name: 'Users' })).toBeNull();
  });

  it('is light or dark as one chooses, here and after a reload, or as the system has it', async () => {
    const { user } = await open('/status', 'a.kept.c');
    await user.click(await screen.findByRole('button', { name: /account menu/ }));
    const page = document.documentElement;
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    expect([page.dataset['theme'], localStorage.getItem('latchkey-theme')]).toEqual(['dark', 'dark']);
    await user.click(screen.getByRole('radio', { name: 'System' }));
    expect([page.dataset['theme'], localStorage.getItem('latchkey-theme')]).toEqual([undefined, null]);
  });

  it('lets the keyboard skip to the content', async () => {
    const { user } = await open('/');
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });
});
