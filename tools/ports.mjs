/** Ports of this machine, for whoever calls it localhost. */
import { connect, createServer } from 'node:net';

const ADDRESSES = ['127.0.0.1', '::1'];

/** True where somebody answers at this port, by either address that a browser takes localhost for. */
export const isTaken = async (port) =>
  (await Promise.all(ADDRESSES.map((address) => answers(port, address)))).includes(true);

function answers(port, host) {
  const probe = connect({ port, host, timeout: 1_000 });
  return new Promise((resolve) => {
    const settle = (answer) => {
      probe.destroy();
      resolve(answer);
    };
    probe.once('connect', () => settle(true));
    for (const event of ['error', 'timeout']) probe.once(event, () => settle(false));
  });
}

/** A port that nobody has at this moment. */
export function freePort() {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
