import { testDatabase } from '@latchkey/api/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../../dist/apps/api/main.js');
export const PASSWORD = 'correct horse battery';

const running = new Set<BuiltServer>();
afterEach(() => Promise.all([...running].map((server) => server.kill('SIGKILL'))));

/** The server as it was built, in a process of its own. Killed after each test, if it still runs then. */
export class BuiltServer {
  output = '';
  readonly exit: Promise<number | null>;
  private readonly ready: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    running.add(this);
    this.exit = new Promise((resolve) => child.once('exit', (code) => (running.delete(this), resolve(code))));
    this.ready = new Promise((resolve) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (text) => {
          this.output += text;
          if (this.output.includes('Latchkey is ready')) resolve();
        });
      }
    });
  }

  /** Starts the server with these settings and no others; does not wait for it. */
  static async spawn(settings: Record<string, string>): Promise<BuiltServer> {
    const port = settings['PORT'] ?? String(await freePort());
    const env = { HOST: '127.0.0.1', PASSWORD_COST: '4', ...settings, PORT: port };
    return new BuiltServer(spawn(process.execPath, [main], { env }), `http://127.0.0.1:${port}`);
  }

  /** Starts the server and waits until it listens; throws with what it said where it does not. */
  static async start(settings: Record<string, string> = {}): Promise<BuiltServer> {
    const own = settings['DATABASE_URL'] ?? settings['DATA_FOLDER'];
    const database: Record<string, string> = own ? {} : { DATABASE_URL: (await testDatabase()).url };
    const server = await BuiltServer.spawn({ ...secrets, ...database, ...settings });
    const ended = server.exit.then((code) => Promise.reject(new Error(`Ended with ${code}: ${server.output}`)));
    await Promise.race([server.ready, ended]);
    ended.catch(() => undefined);
    return server;
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.exit;
  }

  post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    const json = { 'content-type': 'application/json', ...headers };
    return fetch(this.url + path, { method: 'POST', headers: json, body: JSON.stringify(body) });
  }

  register(email: string): Promise<Response> {
    return this.post('/auth/register', { email, password: PASSWORD });
  }

  login(email: string): Promise<Response> {
    return this.post('/auth/login', { email, password: PASSWORD });
  }
}

export const secrets = {
  JWT_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
};

export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
