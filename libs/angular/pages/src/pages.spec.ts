import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { provideLatchkey } from '@latchkey/angular';
import { render, screen } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { accountRoutes } from './index';
import { ada, answered, entry, failure, open, Site } from './site-for-tests';

const email = () => screen.getByLabelText('E-mail');
const password = () => screen.getByLabelText('Password');

async function fill(user: ReturnType<typeof userEvent.setup>, address: string, secret: string) {
  await user.type(email(), address);
  await user.type(password(), secret);
}

describe.each([
  ['/login', 'Log in', '/auth/login'],
  ['/register', 'Create account', '/auth/register'],
])('the form at %s', (page, button, endpoint) => {
  it('says what is wrong with a field once something was typed, not to who passes by', async () => {
    const { user } = await open(page);
    await user.click(email());
    await user.tab();
    expect(screen.queryByText('Enter your e-mail address')).toBeNull();
    await user.type(email(), 'a{Backspace}');
    await user.tab();
    expect(screen.getByText('Enter your e-mail address')).toBeVisible();
    expect(email()).toHaveAccessibleDescription('Enter your e-mail address');
    expect(email()).toBeInvalid();
  });

  it('sends nothing wrong, and puts the cursor where something is wrong first', async () => {
    const { user, http } = await open(page);
    await user.type(email(), 'ada@example.com');
    await user.click(screen.getByRole('button', { name: button }));
    expect(password()).toHaveFocus();
    expect(password()).toBeInvalid();
    http.expectNone(endpoint);
  });

  it('sends once however often it is pressed, and says that it works', async () => {
    const { user, http, router } = await open(page);
    await fill(user, 'ada@example.com', 'correct horse battery');
    const press = () => user.click(screen.getByRole('button', { name: new RegExp(`${button}|Logging in|Creating`) }));
    await press();
    await press();
    await user.type(password(), '{Enter}');
    expect(screen.getByRole('status')).toHaveAccessibleName(/^(Logging in|Creating your account)$/);
    await answered(() => http.expectOne(endpoint).flush(entry));
    expect(router.url).toBe('/status');
  });

  it('goes on to the page that was asked for, on this site only', async () => {
    for (const [asked, got] of [
      ['/protected', '/protected'],
      ['//evil.test', '/status'],
      ['https://evil.test', '/status'],
    ] as const) {
      TestBed.resetTestingModule();
      const { user, http, router } = await open(`${page}?returnUrl=${encodeURIComponent(asked)}`);
      await fill(user, 'ada@example.com', 'correct horse battery');
      await user.click(screen.getByRole('button', { name: button }));
      await answered(() => http.expectOne(endpoint).flush(entry));
      expect([asked, router.url]).toEqual([asked, got]);
    }
  });

  it.each([
    ['no network', 0, null, {}, /can’t be reached/],
    ['a 500', 500, failure('unexpected'), {}, /went wrong on our side/],
    ['a 503', 503, failure('unavailable'), { 'Retry-After': '7' }, /try again in 7 seconds/],
  ])('says in an alert that there is %s, and keeps what was typed', async (_, status, body, headers, words) => {
    const { user, http } = await open(page);
    await fill(user, 'ada@example.com', 'correct horse battery');
    await user.click(screen.getByRole('button', { name: button }));
    await answered(() => {
      const request = http.expectOne(endpoint);
      if (status === 0) request.error(new ProgressEvent('error'));
      else request.flush(body, { status, statusText: 'x', headers });
    });
    expect(screen.getByText(words).closest('[role=alert]')).not.toBeNull();
    expect(email()).toHaveValue('ada@example.com');
    expect(screen.getByRole('button', { name: button })).toBeVisible();
  });

  it('shows the password on request', async () => {
    const { user } = await open(page);
    expect(password()).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(password()).toHaveAttribute('type', 'text');
    await user.click(screen.getByRole('button', { name: 'Hide password' }));
    expect(password()).toHaveAttribute('type', 'password');
  });

  it('tells password managers what its fields are', async () => {
    await open(page);
    expect(email()).toHaveAttribute('autocomplete', 'username');
    expect(password()).toHaveAttribute('autocomplete', page === '/login' ? 'current-password' : 'new-password');
  });
});

describe('the login page', () => {
  it('shows the one answer to wrong credentials', async () => {
    const { user, http, router } = await open('/login');
    await fill(user, 'ada@example.com', 'x');
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    await answered(() =>
      http.expectOne('/auth/login').flush(failure('wrong_credentials'), { status: 401, statusText: 'Unauthorized' }),
    );
    expect(screen.getByText('about wrong_credentials')).toBeVisible();
    expect(router.url).toBe('/login');
  });
});

describe('the choice to be remembered', () => {
  it('goes with the login', async () => {
    const { user, http } = await open('/login');
    await fill(user, 'ada@example.com', 'correct horse battery');
    expect(screen.getByLabelText(/Keep me signed in/)).toBeChecked();
    await user.click(screen.getByLabelText(/Keep me signed in/));
    await user.click(screen.getByRole('button', { name: 'Log in' }));
    expect(http.expectOne('/auth/login').request.body).toMatchObject({ remember: false });
  });
});

describe('the register page', () => {
  const submit = async (answer: object, status: number) => {
    const { user, http } = await open('/register');
    await fill(user, 'ada@example.com', 'correct horse battery');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    await answered(() => http.expectOne('/auth/register').flush(answer, { status, statusText: 'x' }));
  };

  it('puts what the server says of a field under that field', async () => {
    await submit(failure('invalid_input', { errors: [{ path: 'password', message: 'Too common' }] }), 422);
    expect(password()).toHaveAccessibleDescription('Too common');
  });

  it('shows the way to log in where the address has an account', async () => {
    await submit(failure('email_taken'), 409);
    expect(screen.getByText(/already an account/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Log in instead' })).toHaveAttribute('href', '/login');
  });
});

describe('the home page', () => {
  it('shows a stranger the two ways in', async () => {
    await open('/');
    expect(screen.getByRole('link', { name: 'Log in' })).toHaveAttribute('href', '/login');
    expect(screen.getByRole('link', { name: 'Create an account' })).toHaveAttribute('href', '/register');
  });

  it('shows the way on to who is signed in', async () => {
    await open('/', 'a.kept.c');
    expect(screen.getByRole('link', { name: 'Go to your session' })).toHaveAttribute('href', '/status');
  });
});

describe('the status page', () => {
  it('shows e-mail, roles, registration and the time left', async () => {
    await open('/status', 'a.kept.c');
    for (const text of ['ada@example.com', 'user', 'August 13, 2017']) expect(screen.getByText(text)).toBeVisible();
    expect(screen.getByRole('timer')).toHaveTextContent(/^12:[0-3]\d$/);
  });

  const unreachable = (request: TestRequest) => request.error(new ProgressEvent('error'));
  const overrun = (request: TestRequest) =>
    request.flush(failure('too_many_requests'), { status: 429, statusText: 'x' });
  it.each([
    ['the server can’t be reached', unreachable, /can’t be reached/],
    ['the server is asked too often', overrun, failure('too_many_requests').message],
  ])('offers to try again where %s', async (_, answer, words) => {
    localStorage.setItem('token', 'a.kept.c');
    await render(Site, { providers: [provideRouter(accountRoutes), provideLatchkey(), provideHttpClientTesting()] });
    const http = TestBed.inject(HttpTestingController);
    void TestBed.inject(Router).navigateByUrl('/status');
    await answered(() => answer(http.expectOne('/auth/status')));
    expect(await screen.findByText(words)).toBeVisible();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }));
    await answered(() => http.expectOne('/auth/status').flush({ status: 'success', data: ada }));
    expect(screen.getByText('ada@example.com')).toBeVisible();
  });
});

describe('the protected page', () => {
  it('shows what the server says, and after a failure tries again when asked', async () => {
    const { http, user } = await open('/protected', 'a.kept.c');
    await answered(() =>
      http.expectOne('/auth/protected').flush(failure('unexpected'), { status: 500, statusText: 'x' }),
    );
    expect(await screen.findByText(/went wrong on our side/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await answered(() => http.expectOne('/auth/protected').flush({ status: 'success', message: 'hello ada' }));
    expect(await screen.findByText(/hello ada/)).toBeVisible();
  });
});

describe('an unknown address', () => {
  it('says so and shows the way home', async () => {
    const { heading } = await open('/nowhere');
    expect(heading).toHaveTextContent('Page not found');
    expect(screen.getByRole('link', { name: 'Go to the start' })).toHaveAttribute('href', '/');
  });
});
