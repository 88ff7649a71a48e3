import { randomBytes } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const NONCE_PLACE = 'CSP_NONCE';

export interface Page {
  html: Buffer;
  encoding: 'br' | 'gzip' | undefined;
  policy: string;
}

/**
 * index.html with a nonce of its own, so that Angular may add its style elements and nobody else may.
 * `base-uri 'none'` holds because the build writes absolute addresses and no <base> (ASVS 3.4.3).
 */
export function page(template: string, acceptEncoding = ''): Page {
  const nonce = randomBytes(16).toString('base64url');
  const html = Buffer.from(template.replaceAll(NONCE_PLACE, nonce));
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler',
  ].join('; ');
  return { ...compressed(html, acceptEncoding), policy };
}

function compressed(html: Buffer, acceptEncoding: string): Pick<Page, 'html' | 'encoding'> {
  if (/\bbr\b/.test(acceptEncoding)) {
    return { html: brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), encoding: 'br' };
  }
  if (/\bgzip\b/.test(acceptEncoding)) return { html: gzipSync(html), encoding: 'gzip' };
  return { html, encoding: undefined };
}
