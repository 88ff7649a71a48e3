import { DefaultUrlSerializer, type UrlTree } from '@angular/router';

/**
 * Reads an address as the server does: a path is segments between slashes, and needless slashes count for nothing. The router's own
 * signs (other outlets in parentheses, matrix parameters after a semicolon) are plain characters here, and so is a `%` that begins
 * no escape: what is mistyped is an address without a page.
 */
export class PlainUrls extends DefaultUrlSerializer {
  override parse(url: string): UrlTree {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(mendedEscapes(url)) ?? [];
    const segments = path.split('/').filter(Boolean);
    while (segments.at(-1) === 'index.html') segments.pop();
    return super.parse(`/${segments.join('/').replace(/[();]/g, escape)}${rest}`);
  }
}

const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`;

function mendedEscapes(url: string): string {
  return url.replace(/(%[0-9a-f]{2})+|%/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes) && escapes;
    } catch {
      return escapes.replace(/%/g, '%25');
    }
  });
}
