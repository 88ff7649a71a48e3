import { type EmbeddedPostgres } from '@latchkey/server/postgres';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

/** Milliseconds after which a stop that hangs is cut short. */
const LONGEST = 9_000;
const SWEEP = 100;

/** On SIGTERM, SIGINT or SIGHUP: answers what was accepted, closes the pools, stops an embedded database, exits with 0. */
export function stopOnSignal(app: NestFastifyApplication, embedded: EmbeddedPostgres | undefined): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST).unref();
    // A connection that was busy when the stop began is closed once its answer is out, not when its client likes.
    setInterval(() => app.getHttpServer().closeIdleConnections(), SWEEP).unref();
    try {
      await app.close();
    } finally {
      await embedded?.stop();
    }
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
}
