import { testDatabase } from '@latchkey/server/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Readable } from 'node:stream';

const main = join(import.meta.dirname, '../../../dist/apps/api/main.js');
export const PASSWORD = 'correct horse battery';

/** All that the server says when it listens, to the end of its last line, and at which port. */
const READY = /Latchkey is ready in [\d.]+ s(?: at|\n {2}Site) +http:\/\/localhost:(\d+)(?:"|[^]*\n {2}Database ).*\n/;

const running = new Set<BuiltServer>();
afterEach(() => Promise.all([...running].map((server) => server.kill('SIGKILL'))));

/** The server as it was built, in a process of its own. Killed after each test, if it still runs then. */
export class BuiltServer {
  /** The exit code, once all that the server wrote has been read. */
  readonly exit: Promise<number | null>;
  private readonly said = { out: '', err: '' };
  private readonly port: Promise<string>;
  private origin = '';

  private constructor(private readonly child: ChildProcess) {
    running.add(this);
    this.exit = new Promise((resolve) => child.once('close', (code) => (running.delete(this), resolve(code))));
    this.port = new Promise((resolve) => {
      this.hear('out', child.stdout, () => {
        const [, port] = READY.exec(this.said.out) ?? [];
        if (port) resolve(port);
      });
    });
    this.hear('err', child.stderr);
  }

  /** Starts the server with these settings and no others; does not wait for it. */
  static spawn(settings: Record<string, string>): BuiltServer {
    // Port 0: whichever is free when the server takes it.
    const env = { HOST: '127.0.0.1', PORT: '0', PASSWORD_COST: '4', ...settings };
    return new BuiltServer(spawn(process.execPath, [main], { env }));
  }

  /** Starts the server and waits until it listens; throws with what it said where it does not. */
  static async start(settings: Record<string, string> = {}): Promise<BuiltServer> {
    const own = settings['DATABASE_URL'] ?? settings['DATA_FOLDER'];
    const database: Record<string, string> = own ? {} : { DATABASE_URL: (await testDatabase()).url };
    const server = BuiltServer.spawn({ ...secrets, ...database, ...settings });
    const ended = server.exit.then((code) => Promise.reject(new Error(`Ended with ${code}: ${server.output}`)));
    ended.catch(() => undefined);
    server.origin = `http://127.0.0.1:${await Promise.race([server.port, ended])}`;
    return server;
  }

  /** Where it listens, once it was waited for. */
  get url(): string {
    return this.origin;
  }

  /** What it wrote so far; all of it after `exit`. The two streams apart, so that no line cuts another in two. */
  get output(): string {
    return this.said.out + this.said.err;
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

  private hear(name: 'out' | 'err', stream: Readable | null, then?: () => void): void {
    stream?.setEncoding('utf8').on('data', (text) => {
      this.said[name] += text;
      then?.();
    });
  }
}

export const secrets = {
  JWT_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
  PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
};
