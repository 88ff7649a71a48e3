import { join } from 'node:path';
import { emptyFolder, root, Running } from './command-line';

const started = new Set<Running>();
// Before the next test: each holds connections of a database that others use too.
afterEach(() => Promise.all([...started].map(stop)));

export interface Server {
  url: string;
  stop(): Promise<unknown>;
  login(email: string, password: string): Promise<{ status: number; data?: { admin: boolean } }>;
}

/** The server as it was built, with these settings. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const main = join(root, 'dist/apps/api/main.js');
  const all = { HOST: '127.0.0.1', PORT: '0', PASSWORD_QUEUE: '1000', ...env };
  const server = Running.start(process.execPath, [main], all, emptyFolder());
  started.add(server);
  await server.says('  Database  ');
  const [, port] = /Site +http:\/\/localhost:(\d+)\n/.exec(server.out) ?? [];
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
