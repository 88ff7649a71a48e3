/** Addresses the API owns; a page never answers there. */
const API = /^\/(auth|users|api|health|metrics|docs|docs-json|\.well-known|dev)(\/|$)/;
/** The site's pages, as its router has them; `:` begins a segment that may be anything. A test of the site compares the two. */
const PAGES = [
  '',
  'login',
  'register',
  'status',
  'protected',
  'account',
  'account/profile',
  'account/security',
  'account/devices',
  'account/data',
  'admin',
  'admin/users',
  'admin/users/:id',
  'admin/no-permission',
].map((page) => page.split('/').filter(Boolean));
const FILE = /\.[a-z0-9]+$/i;

/** What stands at an address: a page, nothing but a page that says so, nothing but for a file's name, or what only the API has. */
export type Place = 'page' | 'not-found-page' | 'no-file' | 'no-page' | { moved: string };

/**
 * What stands at `url`. It is read as the site's router reads it: escapes are undone in each segment for itself, and nothing is a
 * sign but the slash. An address with needless slashes has moved to the one without.
 */
export function pageAt(url: string): Place {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  if (API.test(path)) return 'no-page';
  const segments = segmentsOf(path);
  if (!isPage(segments.map(decoded))) return FILE.test(path) ? 'no-file' : 'not-found-page';
  const short = `/${segments.join('/')}`;
  return short === path ? 'page' : { moved: short + url.slice(path.length) };
}

/** `url` with every `%` that begins no escape escaped itself: a mistyped address is one without a page, and no error. */
export function mendedEscapes(url: string): string {
  return url.replace(/(%[0-9a-f]{2})+|%/gi, (escapes) =>
    decoded(escapes) === undefined ? escapes.replaceAll('%', '%25') : escapes,
  );
}

function segmentsOf(path: string): string[] {
  const segments = path.split('/').filter(Boolean);
  while (segments.at(-1) === 'index.html') segments.pop();
  return segments;
}

function isPage(segments: (string | undefined)[]): boolean {
  return PAGES.some(
    (page) => page.length === segments.length && page.every((name, at) => name[0] === ':' || name === segments[at]),
  );
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
