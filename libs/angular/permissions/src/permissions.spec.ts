import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { type Permission, type Role } from '@latchkey/contract';
import { render, screen } from '@testing-library/angular';
import { provideLatchkey, Session } from '@latchkey/angular';
import { AuthCan, can, Permissions } from './index';

@Component({
  selector: 'latchkey-test-page',
  imports: [AuthCan],
  template: `<h1>People</h1>
    <button *authCan="wanted">Delete</button>
    <p *authCan="'users:read'">The list</p>`,
})
class People {
  wanted: Permission = 'users:delete';
}

@Component({ selector: 'latchkey-test-other', template: '<h1>Elsewhere</h1>' })
class Elsewhere {}

@Component({ selector: 'latchkey-test-site', imports: [RouterOutlet], template: '<router-outlet />' })
class Site {}

const routes = [
  { path: 'people', canActivate: [can('users:read')], component: People },
  { path: 'people/more', canActivate: [can('users:delete', '/no')], component: People },
  { path: '**', component: Elsewhere },
];

/** What follows of itself has followed: so many turns of the event loop, however long a busy machine takes for them. */
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

async function open(url: string, roles?: Role[] | 'offline') {
  localStorage.clear();
  if (roles) localStorage.setItem('token', 'a.kept.c');
  await render(Site, { providers: [provideRouter(routes), provideLatchkey(), provideHttpClientTesting()] });
  void TestBed.inject(Router).navigateByUrl(url);
  await settled();
  if (roles) {
    const request = TestBed.inject(HttpTestingController).expectOne('/auth/status');
    const data = { user_id: '1', email: 'ada@example.com', admin: false, roles, registered_on: '', expires_in: 900 };
    if (roles === 'offline') request.error(new ProgressEvent('error'));
    else request.flush({ status: 'success', data });
  } else {
    const refused = { status: 'fail', code: 'refresh_missing', message: '', request_id: 'x' };
    const request = TestBed.inject(HttpTestingController).expectOne('/auth/refresh');
    request.flush(refused, { status: 401, statusText: 'Unauthorized' });
  }
  await settled();
  return TestBed.inject(Router);
}

describe('can()', () => {
  it('lets in who has the permission', async () => {
    const router = await open('/people', ['user', 'admin']);
    expect(router.url).toBe('/people');
    expect(screen.getByRole('heading', { name: 'People' })).toBeVisible();
  });

  it('sends strangers to log in, from where they come back', async () => {
    expect((await open('/people?page=2')).url).toBe('/login?returnUrl=%2Fpeople%3Fpage%3D2');
  });

  it('sends who lacks it to the status page, or where it says', async () => {
    expect((await open('/people', ['user'])).url).toBe('/status');
    TestBed.resetTestingModule();
    expect((await open('/people/more', ['user'])).url).toBe('/no');
  });

  it('knows no better while the server can’t be asked, and leaves it to the server', async () => {
    expect((await open('/people', 'offline')).url).toBe('/people');
    expect(screen.queryByText('The list')).toBeNull();
  });
});

describe('*authCan', () => {
  it('shows what one may do', async () => {
    await open('/people', ['admin']);
    for (const text of ['Delete', 'The list']) expect(screen.getByText(text)).toBeVisible();
  });

  it('follows who is signed in', async () => {
    await render(People, { providers: [provideRouter([]), provideLatchkey(), provideHttpClientTesting()] });
    expect(screen.queryByText('The list')).toBeNull();
    const signedIn = TestBed.inject(Session).signIn({ email: 'ada@example.com', password: 'x', remember: true });
    const data = { user_id: '1', email: 'ada@example.com', roles: ['admin'], registered_on: '' };
    const answer = { status: 'success', message: '', auth_token: 'token', expires_in: 900, data };
    TestBed.inject(HttpTestingController).expectOne('/auth/login').flush(answer);
    await signedIn;
    expect(await screen.findByText('The list')).toBeVisible();
    expect(TestBed.inject(Permissions).has('users:delete')).toBe(true);
  });
});

describe('a misspelt permission', () => {
  it('does not compile', () => {
    // @ts-expect-error -- the type check fails where one of these lines is no error
    expect(can('users:raed')).toBeDefined();
    // @ts-expect-error -- nor here
    new People().wanted = 'users:deleet';
    // @ts-expect-error -- nor where one asks by hand
    expect(TestBed.inject(Permissions).has('user:read')).toBe(false);
  });
});
