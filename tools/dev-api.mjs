/** The built API in development: started anew on demand, and proved to be the one that answers. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isTaken } from './ports.mjs';
import { Side } from './side.mjs';
import { root } from './sources.mjs';

/** Nobody else knows it: who opens /metrics for it is the API that was started here. */
const METRICS_TOKEN = randomBytes(32).toString('base64url');
const EVERYWHERE = new Set([undefined, '', 'localhost', '0.0.0.0', '::']);

export class DevApi {
  side;
  wasReady = false;
  isStopped = false;
  turn = Promise.resolve();

  /** `onReady` is called each time it answers, `onTrouble` with what to say where it cannot go on. */
  constructor(port, { onReady, onTrouble }) {
    this.port = port;
    const host = EVERYWHERE.has(process.env.HOST) ? '127.0.0.1' : process.env.HOST;
    this.url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    this.onReady = onReady;
    this.onTrouble = onTrouble;
  }

  /** Of several at once, one after the other. */
  restart() {
    return (this.turn = this.turn.then(async () => {
      await this.side?.end();
      if (!this.isStopped) this.start();
    }));
  }

  async stop() {
    this.isStopped = true;
    await this.turn;
    await this.side?.end();
  }

  start() {
    this.side = new Side('api', process.execPath, [join(root, 'dist/apps/api/main.js')], {
      cwd: root,
      env: { ...process.env, PORT: String(this.port), METRICS_TOKEN },
      onLine: (line) => line.includes('Latchkey is ready') && this.prove(),
      onEnd: () => this.ended(),
    });
  }

  async prove() {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    const answer = await fetch(`${this.url}/metrics`, { headers, signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    if (this.isStopped) return;
    if (!answer?.ok) return this.onTrouble(`Another program answers at ${this.url}. Stop it, or choose another PORT.`);
    this.wasReady = true;
    this.onReady();
  }

  /** One that ran may be mended by the next change, unless its port is somebody else's by now. */
  async ended() {
    if (!this.wasReady || (await isTaken(this.port))) return this.onTrouble('The API could not start: see above.');
    console.log('api | The API has ended. It is started again at the next change.');
  }
}
