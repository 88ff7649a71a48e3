import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { render, screen, waitFor } from '@testing-library/angular';
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

async function open(url: string, token?: string) {
  localStorage.clear();
  if (token) localStorage.setItem('token', token);
  await render(App, { providers: [...appConfig.providers, provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  const arrived = TestBed.inject(Router).navigateByUrl(url);
  await new Promise((resolve) => setTimeout(resolve));
  if (token) http.expectOne('/auth/status').flush({ status: 'success', data: ada });
  await arrived;
  return { http, user: userEvent.setup() };
}

describe('the shell', () => {
  it('shows a stranger the ways in', async () => {
    await open('/');
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect([...nav.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['Log in', 'Register']);
  });

  it('shows who is signed in, and the way out', async () => {
    const { http, user } = await open('/status', 'a.kept.c');
    expect(await screen.findByRole('link', { name: 'ada@example.com' })).toHaveAttribute('href', '/account');
    await user.click(screen.getByRole('button', { name: 'Log out' }));
    await waitFor(() => expect(http.expectOne('/auth/logout')).toBeTruthy());
    expect(await screen.findByRole('heading', { name: 'Log in' })).toBeVisible();
  });

  it('titles each page and gives its heading the focus on arrival', async () => {
    const { user } = await open('/');
    expect(TestBed.inject(Title).getTitle()).toBe('Welcome · Latchkey');
    await user.click(screen.getByRole('link', { name: 'Register' }));
    const heading = await screen.findByRole('heading', { name: 'Create an account' });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(TestBed.inject(Title).getTitle()).toBe('Create an account · Latchkey');
  });

  it('lets the keyboard skip to the content', async () => {
    const { user } = await open('/');
    await user.tab();
    expect(screen.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });
});
