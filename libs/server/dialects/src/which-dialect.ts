import { Injectable } from '@nestjs/common';
import { type Dialect, Environment } from '@latchkey/server/environment';
import { type FastifyRequest } from 'fastify';

/** Which family a request belongs to. `POST /api/login` belongs to two: the key in the body decides. */
@Injectable()
export class WhichDialect {
  constructor(private readonly environment: Environment) {}

  of(request: FastifyRequest): Dialect | undefined {
    const { dialect } = request.routeOptions.config as { dialect?: Dialect | 'login' };
    return dialect === 'login' ? this.atLogin(request) : dialect;
  }

  /** With `username` it is praetorian; without it, or where it cannot be read, JSON by its name is session-cookie. */
  atLogin({ body, headers }: FastifyRequest): Dialect {
    const { dialects } = this.environment;
    if (!dialects.includes('praetorian')) return 'session-cookie';
    if (!dialects.includes('session-cookie')) return 'praetorian';
    if (typeof body === 'object' && body !== null) return 'username' in body ? 'praetorian' : 'session-cookie';
    return isJson(headers) ? 'session-cookie' : 'praetorian';
  }
}

/** True where the body calls itself JSON, which a form of another site cannot do. */
export const isJson = (headers: FastifyRequest['headers']): boolean =>
  headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
