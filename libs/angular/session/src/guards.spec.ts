import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { type Route } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ada, Page, refuse, settled, setUp } from './session-for-tests';
import { OtherTab } from './tabs-for-tests';

const lazily = ({ path, canActivate }: Route): Route => ({
  path,
  canActivate,
  runGuardsAndResolvers: 'always',
  loadComponent: () =>
    settled()
      .then(settled)
      .then(() => Page),
});

describe('the guards', () => {
  it('send a stranger to /login and remember where from', async () => {
    const { http, router } = setUp();
    const harness = RouterTestingHarness.create('/secret?tab=2');
    await settled();
    refuse(http, 'refresh_missing', '/auth/refresh');
    await harness;
    expect(router.url).toBe('/login?returnUrl=%2Fsecret%3Ftab%3D2');
  });

  it('let in who is signed in, and send them on from /login', async () => {
    const { http, router } = setUp('a.kept.c');
    const harness = RouterTestingHarness.create('/login?returnUrl=%2Fsecret');
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await harness;
    expect(router.url).toBe('/secret');
  });

  it('let in while the server can’t be asked', async () => {
    const { http, router } = setUp('a.kept.c');
    const harness = RouterTestingHarness.create('/secret');
    await settled();
    http.expectOne('/auth/status').error(new ProgressEvent('error'));
    await settled();
    await harness;
    expect(router.url).toBe('/secret');
  });

  it('turn out, without a loop, whose session ends on the page', async () => {
    const { http, router, session } = setUp('a.kept.c');
    const harness = RouterTestingHarness.create('/secret');
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await harness;
    TestBed.inject(HttpClient)
      .get('/auth/protected')
      .subscribe({ error: () => undefined });
    refuse(http, 'session_revoked', '/auth/protected');
    await settled();
    await settled();
    expect(router.url).toBe('/login?returnUrl=%2Fsecret');
    expect(session.notice()).toMatch(/signed out/);
    http.verify();
  });

  it('leave no page of one for the other whom another tab signs in at once', async () => {
    using other = new OtherTab();
    const { http, router } = setUp('a.kept.c');
    router.resetConfig(router.config.map((route) => (route.path === 'login' ? lazily(route) : route)));
    const harness = await RouterTestingHarness.create();
    const opened = harness.navigateByUrl('/secret');
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    const page = await opened;
    other.tell({ before: 'a.kept.c', after: null });
    await settled();
    other.tell({ before: null, after: 'a.of another.c' });
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: { ...ada, user_id: '2' } });
    for (let turn = 0; turn < 9; turn += 1) await settled();
    expect([router.url, harness.routeDebugElement?.componentInstance === page]).toEqual(['/secret', false]);
  });
});
