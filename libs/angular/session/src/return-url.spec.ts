import { safeReturnUrl } from './return-url';

describe('safeReturnUrl', () => {
  it.each(['/status', '/protected?tab=2#top', '/account/devices', '/search?q=a%20b', '/'])(
    'goes back to %s',
    (path) => {
      expect(safeReturnUrl(path)).toBe(path);
    },
  );

  it.each([
    '//evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    'status',
    '/%2fevil.test',
    '/%252fevil.test',
    '/%5cevil.test',
    '/a//evil.test',
    '/\tstatus',
    '/%09/evil.test',
    '/%',
    '/login',
    '/login?returnUrl=%2Flogin',
    '/register',
    '',
    null,
    undefined,
  ])('goes to /status instead of %p', (path) => {
    expect(safeReturnUrl(path)).toBe('/status');
  });
});
