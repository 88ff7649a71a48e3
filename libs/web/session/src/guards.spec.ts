import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { ada, refuse, settled, setUp } from './session-for-tests';

describe('the guards', () => {
  it('send a stranger to /login and remember where from', async () => {
    const { router } = setUp();
    await RouterTestingHarness.create('/secret?tab=2');
    expect(router.url).toBe('/login?returnUrl=%2Fsecret%3Ftab%3D2');
  });

  it('let in who is signed in, and send them on from /login', async () => {
    const { http, router } = setUp('kept');
    const harness = RouterTestingHarness.create('/login?returnUrl=%2Fsecret');
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await harness;
    expect(router.url).toBe('/secret');
  });

  it('let in while the server can’t be asked', async () => {
    const { http, router } = setUp('kept');
    const harness = RouterTestingHarness.create('/secret');
    await settled();
    http.expectOne('/auth/status').error(new ProgressEvent('error'));
    await settled();
    await harness;
    expect(router.url).toBe('/secret');
  });

  it('turn out, without a loop, whose session ends on the page', async () => {
    const { http, router, session } = setUp('kept');
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
});
