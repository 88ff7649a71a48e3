import { type Environment } from '@latchkey/server/environment';
import { failureWords, failureBody, noteFailure } from '@latchkey/nest/http';
import { mendedEscapes } from '@latchkey/server/site';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';

const KIB = 1024;
const SECOND = 1000;

/** Fastify with every bound that a stranger may test: sizes, times, and whose word counts for the client's address. */
export function httpServer({ trustedProxies }: Environment): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: 16 * KIB,
    requestTimeout: 30 * SECOND,
    http: { maxHeaderSize: 16 * KIB, headersTimeout: 10 * SECOND },
    keepAliveTimeout: 72 * SECOND,
    trustProxy: trustedProxies > 0 && ((_address, hop) => hop < trustedProxies),
    // A program is told that its address is broken; a person who mistyped one is shown that there is no page.
    rewriteUrl: ({ url = '/', headers }: IncomingMessage) =>
      headers.accept?.includes('text/html') ? mendedEscapes(url) : url,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
      const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code as string] ?? 400;
      noteFailure(failureWords(status));
      const body = JSON.stringify(failureBody(failureWords(status), randomUUID()));
      const head = `HTTP/1.1 ${status} -\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}`;
      socket.end(`${head}\r\n\r\n${body}`);
    },
    frameworkErrors(_error: Error, request: FastifyRequest, reply: FastifyReply) {
      noteFailure(failureWords(400));
      void reply.code(400).send(failureBody(failureWords(400), request.id));
    },
  });
}
