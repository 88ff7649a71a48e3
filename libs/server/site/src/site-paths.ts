/** Addresses the API owns; a page never answers there. */
const API = /^\/(auth|users|api|health|metrics|docs|docs-json|\.well-known|dev)(\/|$)/;
const PAGES =
  /^\/(|login|register|status|protected|account(\/(profile|security|devices|data))?|admin(\/(users|no-permission))?)$/;
const FILE = /\.[a-z0-9]+$/i;

/** What stands at an address: a page of the site, a page that says "not found", or no page at all. */
export function pageAt(url: string): 'page' | 'not-found-page' | 'no-page' {
  const path = url.split('?', 1)[0] as string;
  if (PAGES.test(path)) return 'page';
  return API.test(path) || FILE.test(path) ? 'no-page' : 'not-found-page';
}
