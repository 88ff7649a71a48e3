import { type NestFastifyApplication } from '@nestjs/platform-fastify';

const SECONDS_A_PREFLIGHT_HOLDS = 600;

/** CORS for exactly these origins, with credentials; any other gets no CORS header at all (ASVS 3.4.2). */
export function allowOrigins(app: NestFastifyApplication, origins: string[]): void {
  const listed = new Set(origins);
  const options = {
    credentials: true,
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['WWW-Authenticate', 'Retry-After', 'X-Request-Id'],
    maxAge: SECONDS_A_PREFLIGHT_HOLDS,
  };
  app.enableCors({
    delegator: ({ headers: { origin } }, done) =>
      done(null, { ...options, origin: origin !== undefined && listed.has(origin) ? origin : false }),
  });
}
