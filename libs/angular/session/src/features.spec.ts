import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import {
  authenticated,
  type LatchkeyFeature,
  provideLatchkey,
  Session,
  stranger,
  withApi,
  withPages,
  withRestore,
  withStorage,
} from './index';
import { ada, failure, Page, settled } from './session-for-tests';

const routes: Routes = [
  { path: 'sign-in', component: Page, canActivate: [stranger()] },
  { path: 'secret', component: Page, canActivate: [authenticated()] },
  { path: 'matched/:id', component: Page, canMatch: [authenticated()] },
  { path: 'account', loadChildren: () => Promise.resolve([]) },
  { path: 'shop', children: [{ path: ':article', component: Page }] },
  { path: '**', component: Page },
];

function setUp(...features: LatchkeyFeature[]) {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [provideRouter(routes), provideLatchkey(...features), provideHttpClientTesting()],
  });
  return { session: TestBed.inject(Session), http: TestBed.inject(HttpTestingController) };
}

const signedIn = { status: 'success', message: '', auth_token: 'a.new.c', expires_in: 900, data: ada };
const signIn = async ({ session, http }: ReturnType<typeof setUp>, url = '/auth/login') => {
  const done = session.signIn({ email: ada.email, password: 'x', remember: true });
  http.expectOne(url).flush(signedIn);
  await done;
};

beforeEach(() => [localStorage, sessionStorage].forEach((storage) => storage.clear()));

describe('provideLatchkey', () => {
  it.each<[string, () => LatchkeyFeature, RegExp]>([
    [
      'a path with the origin',
      () => withApi({ origin: 'https://a.test/api/auth' }),
      /origin: 'https:\/\/a\.test', and path: '\/api\/auth'/,
    ],
    ['a slash after the origin', () => withApi({ origin: 'https://a.test/' }), /write origin: 'https:\/\/a\.test'\./],
    ['no origin', () => withApi({ origin: 'a.test' }), /"a\.test" is no origin/],
    ['a path with a slash at its end', () => withApi({ path: '/api/auth/' }), /no path of an API/],
    ['a path that climbs', () => withApi({ path: '/../auth' }), /no path of an API/],
    ['an unknown storage', () => withStorage('cookie' as never), /write local, session or memory/],
    ['what is no feature', () => ({ apiOrigin: 'https://a.test' }) as never, /takes features, such as/],
  ])('refuses %s, and says the mend', (_, feature, words) => {
    expect(() => setUp(feature())).toThrow(words);
  });

  it('refuses a feature that stands there twice', () => {
    expect(() => provideLatchkey(withRestore(), withRestore())).toThrow('withRestore: stands twice');
  });

  it.each([
    [{ login: '/log-in' }, 'withPages: login: no route has the address "/log-in"'],
    [{ home: 'secret' }, 'withPages: home: "secret" is no path of this site'],
    [{ denied: '//evil.test' }, 'withPages: denied: "//evil.test" is no path'],
    [{ denied: '/shop' }, 'withPages: denied: no route has the address "/shop"'],
  ])('refuses %o at the start', (addresses, words) => {
    expect(() => setUp(withPages(addresses))).toThrow(words);
  });

  it('takes addresses with a parameter, with a query, and below routes that are fetched later', () => {
    expect(() =>
      setUp(withPages({ login: '/sign-in?from=here', home: '/shop/tea', denied: '/account/no' })),
    ).not.toThrow();
  });
});

it('calls the API at its own origin and path', async () => {
  const all = setUp(withApi({ origin: 'https://api.a.test', path: '/api/v1/auth' }));
  await signIn(all, 'https://api.a.test/api/v1/auth/login');
  void all.session.reload();
  expect(all.http.expectOne('https://api.a.test/api/v1/auth/status').request.headers.get('Authorization')).toBe(
    'Bearer a.new.c',
  );
});

describe('the pages of the site', () => {
  const pages = withPages({ login: '/sign-in?from=here', home: '/shop/tea' });

  it.each(['/secret?tab=2', '/matched/7?tab=2'])('send strangers from %s to its own login page', async (url) => {
    const { http } = setUp(pages);
    const opened = RouterTestingHarness.create(url);
    await settled();
    http.expectOne('/auth/refresh').flush(failure('refresh_missing'), { status: 401, statusText: 'Unauthorized' });
    await opened;
    const { queryParams } = TestBed.inject(Router).parseUrl(TestBed.inject(Router).url);
    expect([TestBed.inject(Router).url, queryParams]).toEqual([
      expect.stringMatching(/^\/sign-in\?/),
      { from: 'here', returnUrl: url },
    ]);
  });

  it.each(['/sign-in', '/sign-in?returnUrl=%2Fsign-in%3Ffrom%3Dhere'])('send on from %s', async (url) => {
    const all = setUp(pages);
    await signIn(all);
    await RouterTestingHarness.create(url);
    expect(TestBed.inject(Router).url).toBe('/shop/tea');
  });

  it('match a route for who is signed in', async () => {
    const all = setUp(pages);
    await signIn(all);
    await RouterTestingHarness.create('/matched/7');
    expect(TestBed.inject(Router).url).toBe('/matched/7');
  });

  it('are left for its login page on signing out', async () => {
    const all = setUp(pages);
    await signIn(all);
    void all.session.signOut();
    await settled();
    expect(TestBed.inject(Router).url).toBe('/sign-in?from=here');
  });
});

describe('the storage', () => {
  const stored = () => [localStorage.getItem('token'), sessionStorage.getItem('token')];

  it.each([
    ['local', ['a.new.c', null]],
    ['session', [null, 'a.new.c']],
    ['memory', [null, null]],
  ] as const)('is %s', async (kind, places) => {
    const all = setUp(withStorage(kind));
    await signIn(all);
    expect([all.session.held(), stored()]).toEqual(['a.new.c', places]);
    void all.session.signOut();
    expect(stored()).toEqual([null, null]);
  });

  it('in memory signs in after a reload by the refresh cookie', async () => {
    await signIn(setUp(withStorage('memory')));
    const { session, http } = setUp(withStorage('memory'), withRestore());
    expect(session.isAuthenticated()).toBe(false);
    http.expectOne('/auth/refresh').flush({ status: 'success', auth_token: 'a.newer.c', expires_in: 900 });
    await settled();
    http.expectOne('/auth/status').flush({ status: 'success', data: ada });
    await settled();
    expect([session.user()?.email, ...stored()]).toEqual([ada.email, null, null]);
  });
});

it('asks at the start who is signed in only withRestore', () => {
  localStorage.setItem('token', 'a.kept.c');
  setUp().http.expectNone('/auth/status');
  setUp(withRestore()).http.expectOne('/auth/status');
});
