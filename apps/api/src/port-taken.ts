import { connect } from 'node:net';

/** What a browser takes localhost for, whatever the system says. */
const LOCALHOST = ['127.0.0.1', '::1'];
const PATIENCE = 1_000;

/** Throws EADDRINUSE where another program has an address of localhost: the framework takes one of them for enough. */
export async function refuseTakenPort(port: number, host: string): Promise<void> {
  if (port === 0 || host !== 'localhost') return;
  const taken = await Promise.all(LOCALHOST.map((address) => answers(port, address)));
  if (taken.includes(true)) throw Object.assign(new Error(), { code: 'EADDRINUSE', port });
}

function answers(port: number, host: string): Promise<boolean> {
  const probe = connect({ port, host, timeout: PATIENCE });
  return new Promise((resolve) => {
    const settle = (answer: boolean) => {
      probe.destroy();
      resolve(answer);
    };
    probe.once('connect', () => settle(true));
    for (const event of ['error', 'timeout']) probe.once(event, () => settle(false));
  });
}
