import { type FastifyInstance } from 'fastify';

const YEAR = 365 * 24 * 60 * 60;

/** On every answer; pages and files set their own policy and caching over it (OWASP HTTP Headers, ASVS 3.4, 14.3.2). */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Sends the headers that keep an answer from being cached, framed, sniffed or rendered; HSTS where `https` is promised. */
export function sendSafeHeaders(fastify: FastifyInstance, { https }: { https: boolean }): void {
  const all = https ? { ...headers, 'Strict-Transport-Security': `max-age=${YEAR}; includeSubDomains` } : headers;
  fastify.addHook('onRequest', (_request, reply, done) => {
    reply.headers(all);
    done();
  });
}
