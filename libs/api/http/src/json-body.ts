import { type FastifyInstance } from 'fastify';
import { MalformedJson } from './failures';

/** How deep a body may nest; no call needs more than a list of objects. */
const MAX_DEPTH = 8;

/** Takes bodies as application/json only (415 for others), refuses broken JSON, `__proto__` and deep nesting with 400. */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    parse(request, body as string, (error, value) => {
      if (error) return done(new MalformedJson());
      done(nestsDeeperThan(MAX_DEPTH, value) ? new MalformedJson('The body is nested too deeply.') : null, value);
    });
  });
}

function nestsDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => nestsDeeperThan(depth - 1, inner));
}
