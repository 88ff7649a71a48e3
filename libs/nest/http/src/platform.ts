import { parseCookie } from 'cookie';
import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';

/** A request by what Express and Fastify both have of it. */
export interface HttpRequest {
  headers: IncomingMessage['headers'];
  method: string;
  url: string;
  ip: string;
  /** Fastify's: Node's own request. */
  raw?: IncomingMessage;
  /** Fastify's, or given by `requestIdOf`. */
  id?: string;
}

/** An answer of Express or of Fastify; what is done with it goes through Nest's HttpAdapter. */
export type HttpReply = object;

/** The address that was called, without its query, as the client wrote it. */
export function calledPath(reply: HttpReply): string {
  const { request, req } = reply as { request?: Called; req?: Called };
  const { originalUrl, url } = (request ?? req) as Called;
  return (originalUrl ?? url).replace(/[?#].*$/s, '');
}

type Called = { url: string; originalUrl?: string };

/** Node's own request. */
export const rawRequest = (request: HttpRequest): IncomingMessage =>
  request.raw ?? (request as unknown as IncomingMessage);

/** The cookie called `name`, decoded, whether or not the application has a parser for cookies. */
export const cookieOf = ({ headers }: Pick<HttpRequest, 'headers'>, name: string): string | undefined =>
  (headers.cookie && parseCookie(headers.cookie)[name]) || undefined;

/** The request's id, for the log and the client; one is made where the platform gives none. */
export const requestIdOf = (request: HttpRequest): string => (request.id ??= randomUUID());
