import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that nobody listens at now, for a program that can be told one but does not say which it took. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
