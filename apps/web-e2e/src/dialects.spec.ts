import { expect, PASSWORD, test } from './journey';
import { HOSTS, onSameOrigin, OtherOrigin } from './old-pages';

const newName = () => `u-${crypto.randomUUID().slice(0, 13)}`;

test.describe('the AngularJS client of flask-angular-auth', () => {
  test('registers, logs in, keeps its state over a reload, guards its routes, logs out', async ({ visitor }) => {
    const { page, server, email } = visitor;
    const url = await onSameOrigin(page, server.url, 'session-cookie');
    const enter = async (password = PASSWORD) => {
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button').click();
    };
    const sees = (heading: string) => expect(page.getByRole('heading', { name: heading })).toBeVisible();

    await page.goto(`${url}#/`);
    await sees('Login');
    await page.goto(`${url}#/two`);
    await sees('This is page two!');
    await page.goto(`${url}#/one`);
    await sees('Login');
    await page.goto(`${url}#/register`);
    await sees('Register');
    await enter();
    await sees('Login');
    await enter('wrong password');
    await expect(page.getByRole('alert')).toHaveText('Invalid username and/or password');
    await enter();
    await sees('Welcome!');
    await page.reload();
    await sees('Welcome!');
    await page.goto(`${url}#/one`);
    await sees('This is page one!');
    await page.reload();
    await sees('This is page one!');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/', expires: -1 });
    await page.goto(`${url}#/`);
    await page.getByRole('link', { name: 'Logout' }).click();
    await sees('Login');
    expect(await page.context().cookies()).toEqual([]);
    await page.context().addCookies([cookie as NonNullable<typeof cookie>]);
    await page.goto('about:blank');
    await page.goto(`${url}#/one`);
    await sees('Login');
  });

  test('goes to the login form after a duplicate, and says when something is wrong', async ({ visitor }) => {
    const { page, server, email } = visitor;
    const url = await onSameOrigin(page, server.url, 'session-cookie');
    for (const [password, outcome] of [
      ['short', 'Something went wrong!'],
      [PASSWORD, 'Login'],
      [PASSWORD, 'Login'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`${url}#/register`);
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button').click();
      await expect(page.locator('h1, [role=alert]').filter({ hasText: outcome })).toBeVisible();
    }
  });

  test('cannot be logged out, nor logged in as somebody else, by a page of another origin', async ({ visitor }) => {
    const { page, server, email } = visitor;
    const post = (path: string, body: object) =>
      page.request.post(server.url + path, { data: body, headers: { 'content-type': 'application/json' } });
    await post('/api/register', { email, password: PASSWORD });
    await post('/api/login', { email, password: PASSWORD });
    const before = await page.context().cookies(server.url);
    const other = await OtherOrigin.open();
    try {
      for (const host of HOSTS) {
        await page.goto(other.url(host, 'bearer', server.url));
        await page.evaluate(async (api) => {
          await new Promise((resolve) => Object.assign(new Image(), { src: `${api}/api/logout`, onerror: resolve }));
          const credentials = 'include';
          const body = '{"email":"mallory@example.com","password":"correct horse battery"}';
          await fetch(`${api}/api/logout`, { credentials, mode: 'no-cors' });
          await fetch(`${api}/api/login`, { method: 'POST', mode: 'no-cors', credentials, body });
        }, server.url);
        expect(await page.context().cookies(server.url)).toEqual(before);
        expect(await (await page.request.get(`${server.url}/api/status`)).json()).toEqual({ status: true });
      }
    } finally {
      await other.close();
    }
  });
});

test.describe('a client on another origin', () => {
  test('of angular4-auth registers, logs in, and finds its token after a reload', async ({ visitor, other }) => {
    const { page, server, email } = visitor;
    const enter = async (button: string, password = PASSWORD) => {
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: button }).click();
    };
    await page.goto(other.url('localhost', 'bearer', server.url));
    await enter('Register');
    await expect(page.getByText('Logged In? true')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Logged In? true')).toBeVisible();
    const token = await page.evaluate(() => localStorage.getItem('token'));
    await enter('Register');
    await expect(page.getByRole('alert')).toHaveText('refused with 409');
    await enter('Log in', 'wrong password');
    await expect(page.getByRole('alert')).toHaveText('refused with 401');
    expect(await page.evaluate(() => localStorage.getItem('token'))).toBe(token);
    await fetch(`${server.url}/auth/logout`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    await page.reload();
    await expect(page.getByText('Logged In? false')).toBeVisible();
    await enter('Log in');
    await expect(page.getByText('Logged In? true')).toBeVisible();
  });

  for (const host of HOSTS) {
    test(`of flask_2025 signs up, logs in with its cookie and logs out, from ${host}`, async ({ visitor, other }) => {
      const { page, server } = visitor;
      const uid = newName();
      const api = server.url.replace('localhost', host);
      const enter = async (button: string, password = PASSWORD) => {
        await page.getByLabel('GitHub ID').fill(uid);
        await page.getByLabel('Password').fill(password);
        await page.getByRole('button', { name: button }).click();
      };
      const bar = page.getByRole('navigation');
      await page.goto(other.url(host, 'uid-cookie', api));
      await expect(bar).toHaveText('Login');
      await enter('Sign Up', 'short');
      await expect(page.getByRole('alert')).toHaveText('Password must be at least 8 characters');
      await enter('Sign Up');
      await expect(page.getByRole('alert')).toHaveText('Signed up');
      await enter('Login', 'wrong password');
      await expect(page.getByRole('alert')).toHaveText('Login error: 401');
      await enter('Login');
      await expect(bar).toHaveText(`Thomas Edison (${uid}, User)`);
      const [cookie] = await page.context().cookies(api);
      expect(cookie).toMatchObject({ name: 'jwt_python_flask', httpOnly: true, secure: true, sameSite: 'None' });
      await page.reload();
      await expect(bar).toHaveText(`Thomas Edison (${uid}, User)`);
      await page.getByRole('button', { name: 'Logout' }).click();
      await expect(bar).toHaveText('Login');
      expect(await page.context().cookies(api)).toEqual([]);
    });
  }

  test('that is not on the list gets nowhere', async ({ visitor }) => {
    const { page, server } = visitor;
    const foreign = await OtherOrigin.open();
    try {
      await page.goto(foreign.url('localhost', 'uid-cookie', server.url));
      await page.getByLabel('GitHub ID').fill(newName());
      await page.getByRole('button', { name: 'Login' }).click();
      await expect(page.getByRole('alert')).toHaveText(/^Possible CORS or service down error/);
      expect(await page.context().cookies(server.url)).toEqual([]);
    } finally {
      await foreign.close();
    }
  });
});

test.describe('the React client of jwtlogin-flask', () => {
  test('registers and logs in with JSON as text/plain, and refreshes a token past its end', async ({ visitor }) => {
    const { page, server } = visitor;
    const username = newName();
    const url = await onSameOrigin(page, server.url, 'praetorian');
    const types: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') types.push(request.headers()['content-type'] ?? '');
    });
    const enter = async (button: string, password = PASSWORD) => {
      await page.getByLabel('Username').fill(username);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: button }).click();
    };
    const secret = page.getByText(`Secret: protected endpoint (allowed usr ${username})`);
    await page.goto(url);
    await expect(page.getByText('Running!')).toBeVisible();
    await enter('Login');
    await expect(page.getByRole('alert')).toHaveText('Please type a correct username/password!');
    await enter('Register');
    await expect(secret).toBeVisible();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await enter('Login');
    await expect(secret).toBeVisible();
    const { access_token } = JSON.parse(
      (await page.evaluate(() => localStorage.getItem('REACT_TOKEN_AUTH_KEY'))) ?? '',
    );
    const old = server.expired(access_token);
    await page.evaluate(
      (token) => localStorage.setItem('REACT_TOKEN_AUTH_KEY', JSON.stringify({ access_token: token })),
      old,
    );
    await page.reload();
    await expect(secret).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('REACT_TOKEN_AUTH_KEY'))).not.toContain(old);
    expect(new Set(types)).toEqual(new Set(['text/plain;charset=UTF-8']));
  });
});
