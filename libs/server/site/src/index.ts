/** Serves the built site beside the API: files compressed ahead of time, pages under a strict Content-Security-Policy. */
export { serveSite } from './serve-site';
export { mendedEscapes } from './site-paths';
