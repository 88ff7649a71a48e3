import { Environment } from '@latchkey/server/environment';
import { type Lenient } from '@latchkey/server/http';
import { Counters } from '@latchkey/server/metrics';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { DialectFilter } from './dialect.filter';
import { WhichDialect } from './which-dialect';

/** Since 21 November 2026, as RFC 9745 §2 writes it. */
const DEPRECATION = `@${Date.UTC(2026, 10, 21) / 1000}`;
const UNDER_API = /^\/api(?:[/?]|$)/;
const USE = 'latchkey_dialect_requests_total';

/** Where JSON comes as text/plain or as a form, and where a bare token is the body: praetorian's clients do both. */
export function lenientBodies({ dialects }: Environment): Lenient {
  if (!dialects.includes('praetorian')) return { jsonOfAnyType: [], text: [] };
  return { jsonOfAnyType: ['/api/login', '/api/registration'], text: ['/api/refresh'] };
}

/** What all families share around their routes; to be called before the routes are added. */
export function speakDialects(app: NestFastifyApplication): void {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  deprecate(fastify);
  wordEarlyFailures(fastify, app.get(DialectFilter));
  countUse(fastify, app.get(WhichDialect), app.get(Counters));
}

function deprecate(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (UNDER_API.test(request.url)) reply.header('Deprecation', DEPRECATION);
    done();
  });
}

/** A body that cannot be parsed never reaches a controller and its filter; it is worded here. */
function wordEarlyFailures(fastify: FastifyInstance, filter: DialectFilter): void {
  fastify.addHook('onRoute', (route) => {
    if (!(route.config && 'dialect' in route.config)) return;
    route.errorHandler = (error, request, reply) => filter.answer(error, request, reply);
  });
}

function countUse(fastify: FastifyInstance, which: WhichDialect, counters: Counters): void {
  counters.declare(USE, 'Requests of older clients, by family.');
  fastify.addHook('onResponse', (request, reply, done) => {
    const dialect = which.of(request);
    const route = `${request.method} ${request.routeOptions.url}`;
    if (dialect) counters.count(USE, { dialect, route, status: reply.statusCode });
    done();
  });
}
