import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { authenticated, Session, type SessionEvent } from '@latchkey/angular';
import { AuthCan, can } from '@latchkey/angular/permissions';
import { provideLatchkeyTesting, type SignedInForTests } from './index';

@Component({
  selector: 'latchkey-test-orders',
  imports: [AuthCan],
  template: `<h1>Orders of {{ session.user()?.email }}</h1>
    <a *authCan="'users:read'">People</a>`,
})
class Orders {
  protected readonly session = inject(Session);
}

@Component({ imports: [RouterOutlet], template: '<router-outlet />' })
class Blank {}

function setUp(who?: SignedInForTests) {
  const routes = [
    { path: 'orders', canActivate: [authenticated()], component: Orders },
    { path: 'people', canActivate: [can('users:read')], component: Orders },
    { path: '**', component: Blank },
  ];
  TestBed.configureTestingModule({ providers: [provideRouter(routes), provideLatchkeyTesting(who)] });
}

const opened = async (url: string) => {
  const harness = await RouterTestingHarness.create(url);
  return { url: TestBed.inject(Router).url, text: harness.routeNativeElement?.textContent?.trim() ?? '' };
};

describe('provideLatchkeyTesting', () => {
  it('has somebody signed in at once, without a server', () => {
    setUp();
    const fixture = TestBed.createComponent(Orders);
    fixture.detectChanges();
    expect(fixture.nativeElement.textContent).toContain('Orders of ada@example.com');
    expect(TestBed.inject(Session).status()).toBe('in');
  });

  it.each<[string, SignedInForTests, string, string]>([
    ['a page', {}, '/orders', '/orders'],
    ['nobody', { user: null }, '/orders', '/login?returnUrl=%2Forders'],
    ['whom a permission is missing', {}, '/people', '/status'],
    ['who has it by a role', { user: { roles: ['user', 'admin'] } }, '/people', '/people'],
    ['who has it for this test', { permissions: ['users:read'] }, '/people', '/people'],
    ['who has none for this test', { user: { roles: ['admin'] }, permissions: [] }, '/people', '/status'],
  ])('leads %s through the real guards', async (_, who, asked, reached) => {
    setUp(who);
    expect((await opened(asked)).url).toBe(reached);
  });

  it('shows what one may do', async () => {
    setUp({ user: { email: 'bob@example.com' }, permissions: ['users:read'] });
    expect((await opened('/orders')).text).toMatch(/^Orders of bob@example\.com\s*People$/);
  });

  it('lets in and out', async () => {
    setUp({ user: null });
    const session = TestBed.inject(Session);
    const events: SessionEvent['type'][] = [];
    session.events.subscribe(({ type }) => events.push(type));
    await session.signIn({ email: 'eve@example.com', password: 'x', remember: true });
    expect([session.user()?.email, await session.accessToken()]).toEqual(['eve@example.com', 'token.for.tests']);
    await session.signOut();
    expect([session.status(), TestBed.inject(Router).url, events]).toEqual([
      'out',
      '/login',
      ['signedIn', 'signedOut'],
    ]);
  });

  it('refuses to be built into what people use', () => {
    const mode = globalThis as { ngDevMode?: unknown };
    const before = mode.ngDevMode;
    mode.ngDevMode = false;
    try {
      expect(() => provideLatchkeyTesting()).toThrow('provideLatchkeyTesting: is for tests alone');
    } finally {
      mode.ngDevMode = before;
    }
  });
});
