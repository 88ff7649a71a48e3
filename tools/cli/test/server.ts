import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { emptyFolder, root, Running } from './command-line';

const started = new Set<Running>();
afterAll(() => Promise.all([...started].map(stop)));

export interface Server {
  url: string;
  stop(): Promise<unknown>;
  login(email: string, password: string): Promise<{ status: number; data?: { admin: boolean } }>;
}

/** The server as it was built, with these settings. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const main = join(root, 'dist/apps/api/main.js');
  const all = { HOST: '127.0.0.1', PORT: String(port), PASSWORD_QUEUE: '1000', ...env };
  const server = Running.start(process.execPath, [main], all, emptyFolder());
  started.add(server);
  await server.says('Latchkey is ready');
  const url = `http://127.0.0.1:${port}`;
  return { url, stop: () => stop(server), login: (email, password) => login(url, email, password) };
}

async function stop(server: Running): Promise<unknown> {
  started.delete(server);
  server.child.kill('SIGTERM');
  return server.outcome;
}

async function login(url: string, email: string, password: string) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ email, password });
  const response = await fetch(`${url}/auth/login`, { method: 'POST', headers, body });
  return { ...((await response.json()) as object), status: response.status };
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
