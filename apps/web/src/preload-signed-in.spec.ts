import { Component } from '@angular/core';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterPreloader, withPreloading } from '@angular/router';
import { provideLatchkey, Session } from '@latchkey/angular';
import { PreloadSignedIn } from './preload-signed-in';

@Component({ template: 'page' })
class Page {}

const turn = () => new Promise((resolve) => setTimeout(resolve));

async function open(loadComponent: () => Promise<typeof Page>) {
  localStorage.setItem('token', 'a.kept.c');
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'later', loadComponent },
          { path: '**', component: Page },
        ],
        withPreloading(PreloadSignedIn),
      ),
      provideLatchkey(),
      provideHttpClientTesting(),
    ],
  });
  const router = TestBed.inject(Router);
  // As bootstrapping does.
  TestBed.inject(RouterPreloader).setUpPreloading();
  router.initialNavigation();
  await turn();
  const signIn = async () => {
    void TestBed.inject(Session).ready();
    const data = { user_id: '1', email: 'ada@example.com', roles: [], registered_on: '', expires_in: 900 };
    TestBed.inject(HttpTestingController).expectOne('/auth/status').flush({ status: 'success', data });
    await turn();
    TestBed.tick();
    await turn();
  };
  return { router, signIn };
}

describe('the pages fetched ahead', () => {
  const loud = jest.fn((event: ErrorEvent) => event.preventDefault());
  beforeEach(() => addEventListener('error', loud));
  afterEach(() => removeEventListener('error', loud));

  it('are fetched once somebody is signed in, not before', async () => {
    const load = jest.fn(() => Promise.resolve(Page));
    const { signIn } = await open(load);
    expect(load).not.toHaveBeenCalled();
    await signIn();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('are no fault where the server is not reached, and are fetched after the next navigation', async () => {
    const load = jest.fn(() => Promise.resolve(Page)).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { router, signIn } = await open(load);
    await signIn();
    expect(load).toHaveBeenCalledTimes(1);
    await router.navigateByUrl('/elsewhere');
    await turn();
    expect([load.mock.calls.length, loud.mock.calls]).toEqual([2, []]);
  });
});
