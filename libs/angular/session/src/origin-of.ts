import { attempt } from './attempt';

/** The origin of `url`, read as a browser on the page `base` reads it; null where it is no address. */
export const originOf = (url: string, base: string): string | null => attempt(() => new URL(url, base).origin);
