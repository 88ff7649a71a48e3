import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CannotStart } from './cannot-start';
import { type Places } from './places';
import { program } from './program';
import { forgetStrangersNumber } from './running-server';

/** A start may find its port taken between our look and PostgreSQL's, or the processes of a killed server still dying. */
const ATTEMPTS = 5;
const PAUSE = 400;

/** Starts PostgreSQL on a free port of 127.0.0.1 and answers the port; throws with what PostgreSQL said where it would not. */
export async function startServer(places: Places, settings: Record<string, string | number>): Promise<number> {
  forgetStrangersNumber(places.data);
  const log = join(places.data, 'server.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const all = { ...settings, port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
    const options = Object.entries(all)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' ');
    try {
      await program('pg_ctl', ['start', '-w', '-t', '60', '-D', places.data, '-l', log, '-o', options], places);
      return port;
    } catch (error) {
      const said = lastLines(log) || (error as Error).message;
      if (attempt === ATTEMPTS) throw new CannotStart(`PostgreSQL did not start.\n${said}`, { cause: error });
      await setTimeout(PAUSE);
    }
  }
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const lastLines = (log: string): string =>
  existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-10).join('\n') : '';
