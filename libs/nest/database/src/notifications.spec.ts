import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Notifications } from './notifications';

describe('Notifications', () => {
  it('lets the server stop while the link is being made', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const notifications = new Notifications({ connectionString: `postgres://ada:x@127.0.0.1:${port}/latchkey` }, () =>
      Promise.resolve(),
    );
    const started = notifications.onModuleInit();
    const [socket] = await once(silent, 'connection');
    socket.resume();
    await expect(notifications.onApplicationShutdown()).resolves.toBeUndefined();
    await expect(started).resolves.toBeUndefined();
    silent.close();
  });
});
