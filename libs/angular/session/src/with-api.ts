import { API_ORIGIN, AUTH_PATH } from './api-origin';
import { attempt } from './attempt';
import { type LatchkeyFeature, refuse } from './feature';

export interface ApiOptions {
  /** Where the API answers, such as `https://api.example.com`; default: the site's own origin. */
  origin?: string;
  /** The path of the routes of signing in, with the prefix that the API has for all, such as `/api/auth`; default: `/auth`. */
  path?: string;
}

/** Where the API is. Throws where that is no origin, or no path. */
export function withApi({ origin, path }: ApiOptions): LatchkeyFeature {
  if (origin !== undefined) checkOrigin(origin);
  if (path !== undefined) checkPath(path);
  return {
    name: 'withApi',
    providers: [
      origin === undefined ? [] : { provide: API_ORIGIN, useValue: origin },
      path === undefined ? [] : { provide: AUTH_PATH, useValue: path },
    ],
  };
}

function checkOrigin(origin: string): void {
  const url = attempt(() => new URL(origin));
  if (!url || !/^https?:$/.test(url.protocol))
    refuse('withApi', `"${origin}" is no origin; write one such as https://api.example.com.`);
  if (url.origin === origin) return;
  const rest = url.pathname.replace(/\/+$/, '');
  const path = rest && `, and path: '${rest}' if that is where the routes of signing in are`;
  refuse('withApi', `"${origin}" is more than an origin; write origin: '${url.origin}'${path}.`);
}

function checkPath(path: string): void {
  if (!/^(\/[\w.~-]+)+$/.test(path) || /\/\.{1,2}(\/|$)/.test(path))
    refuse(
      'withApi',
      `"${path}" is no path of an API; write one that begins and does not end with /, such as /api/auth.`,
    );
}
