import { TestBed } from '@angular/core/testing';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { provideRouter, Router } from '@angular/router';
import { provideLatchkey } from '@latchkey/angular';
import { render, screen } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { accountRoutes, type PageOptions, providePages } from './index';
import { Site } from './site-for-tests';

async function open(url: string, options: Partial<PageOptions> = {}) {
  await render(Site, {
    providers: [provideRouter(accountRoutes), provideLatchkey(), provideHttpClientTesting(), providePages(options)],
  });
  await TestBed.inject(Router).navigateByUrl(url);
  await screen.findByRole('heading', { level: 1 });
}

describe('what a team says of itself on the pages of signing in', () => {
  it('is nothing by default: no link that leads nowhere, no divider, no terms', async () => {
    await open('/login');
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Create an account']);
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByText('or')).toBeNull();
  });

  it('is a picture, the way for who forgot the password, and other ways in', async () => {
    const start = jest.fn();
    const methods = [
      { label: 'Continue with Acme ID', href: '/sso' },
      { label: 'Use a passkey', start },
    ];
    await open('/login', { name: 'Acme', picture: '/acme.svg', forgotPassword: '/forgot', methods });
    expect(screen.getByRole('img', { name: 'Acme' })).toHaveAttribute('src', '/acme.svg');
    expect(screen.getByRole('link', { name: 'Forgot password?' })).toHaveAttribute('href', '/forgot');
    expect(screen.getByRole('link', { name: 'Continue with Acme ID' })).toHaveAttribute('href', '/sso');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Use a passkey' }));
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('is what one agrees to by creating an account', async () => {
    await open('/register', { terms: [{ label: 'Terms of use', href: '/terms' }] });
    expect(screen.getByRole('link', { name: 'Terms of use' })).toHaveAttribute('href', '/terms');
  });

  it('comes with the strength of a password that is typed', async () => {
    await open('/register');
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/^At least 8 characters/);
    await userEvent.setup().type(screen.getByLabelText('Password'), 'correct horse battery');
    expect(screen.getByRole('meter', { name: 'Password strength' })).toHaveAttribute('aria-valuetext', 'Strong');
  });
});
