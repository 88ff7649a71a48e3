import { type ContentTypeParserDoneFunction } from 'fastify/types/content-type-parser';
import { type FastifyInstance, type FastifyRequest, errorCodes } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { MalformedJson } from '@latchkey/nest/http';

/** How deep a body may nest; no call needs more than a list of objects. */
const MAX_DEPTH = 8;

/** Addresses whose clients do not call JSON by its name. */
export interface Lenient {
  /** Take JSON under any content type, or none. */
  jsonOfAnyType: string[];
  /** Take the body as text, whatever it is. */
  text: string[];
}

/**
 * Takes bodies as application/json only (415 for others), but for the addresses in `lenient`; refuses broken JSON, `__proto__`,
 * deep nesting and what is not UTF-8 with 400.
 */
export function acceptJsonOnly(fastify: FastifyInstance, lenient: Lenient = { jsonOfAnyType: [], text: [] }): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const asJson = (request: FastifyRequest, body: string, done: ContentTypeParserDoneFunction): void => {
    if (body === '') return done(null, undefined);
    parse(request, body, (error, value) => {
      if (error) return done(new MalformedJson());
      done(nestsDeeperThan(MAX_DEPTH, value) ? new MalformedJson('The body is nested too deeply.') : null, value);
    });
  };
  const accept = (type: string, isJson: boolean): void => {
    fastify.addContentTypeParser(type, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
      const url = request.routeOptions.url ?? '';
      const isText = lenient.text.includes(url);
      if (!isText && !isJson && !lenient.jsonOfAnyType.includes(url))
        return done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type));
      // Decoded, all bytes that are not UTF-8 become one character: passwords that differ in them would be alike.
      if (!isUtf8(body)) return done(new MalformedJson('The body is not valid UTF-8.'));
      if (isText) return done(null, body.toString());
      asJson(request, body.toString(), done);
    });
  };
  fastify.removeAllContentTypeParsers();
  accept('application/json', true);
  if (lenient.jsonOfAnyType.length + lenient.text.length > 0) accept('*', false);
}

function nestsDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => nestsDeeperThan(depth - 1, inner));
}
