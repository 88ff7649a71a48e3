import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A free port that stays free while its server is down: neither Linux (from 32768 on) nor RFC 6335 §6 (from 49152 on) hand it to
 * programs that ask for any, as the servers and connections of tests that run beside these do.
 */
export async function ownPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (isFree) await new Promise((resolve) => server.close(resolve));
    if (isFree) return port;
  }
}
