import fastifyStatic from '@fastify/static';
import { NotFoundException } from '@nestjs/common';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { page } from './page';
import { pageAt, type Place } from './site-paths';

/** The build puts a hash of the content into these names, so that they never change. */
const HASHED = /-[\w-]{8}\.(js|css)(\.br|\.gz)?$/;

/** Serves the site built into `folder`, and index.html for each of its pages. Where nothing is built it serves nothing. */
export async function serveSite(fastify: FastifyInstance, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const template = readFileSync(index, 'utf8');
  await fastify.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['**/*.html', '**/*.br', '**/*.gz'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => sendPage(template, request, reply));
}

function sendPage(template: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const at = pageAt(request.url);
  if (typeof at === 'object') return reply.header('Cache-Control', 'no-cache').redirect(at.moved);
  if (at !== 'page' && !wantsPage(at, request)) throw new NotFoundException();
  const { html, encoding, policy } = page(template, request.headers['accept-encoding']?.toString());
  if (encoding) reply.header('Content-Encoding', encoding);
  return reply
    .code(at === 'page' ? 200 : 404)
    .headers({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache', Vary: 'Accept, Accept-Encoding' })
    .type('text/html; charset=utf-8')
    .send(html);
}

/** The address bar asks for HTML by name; what asks for a file takes anything, and has no use for a page in its place. */
function wantsPage(at: Place, { headers: { accept = '*/*' } }: FastifyRequest): boolean {
  if (at === 'no-page') return false;
  return accept.includes('text/html') || (at === 'not-found-page' && accept.includes('*/*'));
}
