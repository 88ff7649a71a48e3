import { testDatabase } from '@latchkey/server/testing';
import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { CHANNEL, DeafListener, Notifications } from '@latchkey/nest/database';

const listening: Notifications[] = [];
const clients: Client[] = [];
afterEach(async () => {
  await Promise.all(listening.splice(0).map((one) => one.onApplicationShutdown()));
  await Promise.all(clients.splice(0).map((one) => one.end()));
});

/** Says what it is given in the database at `url`. */
async function voiceIn(url: string) {
  const client = new Client(url);
  clients.push(client);
  await client.connect();
  return async (payload: string) => void (await client.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]));
}

function notificationsAt(url: string, say: (payload: string) => Promise<void>): Notifications {
  const notifications = new Notifications({ connectionString: url }, say);
  listening.push(notifications);
  return notifications;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(20);
}

describe('Notifications', () => {
  it('refuse a start where they listen to another database than is spoken to', async () => {
    const [here, there] = [await testDatabase(), await testDatabase()];
    const notifications = notificationsAt(there.url, await voiceIn(here.url));
    await expect(notifications.onModuleInit()).rejects.toThrow(DeafListener);
    expect(notifications.isFresh()).toBe(false);
  });

  it('refuse a start where PostgreSQL does not let them listen', async () => {
    const { url } = await testDatabase();
    const nowhere = new URL(url);
    nowhere.pathname = 'nowhere';
    await expect(notificationsAt(nowhere.href, await voiceIn(url)).onModuleInit()).rejects.toThrow(/"nowhere"/);
  });

  it('are not fresh once what is said goes elsewhere, and forget what they missed when it comes back', async () => {
    const [here, there] = [await testDatabase(), await testDatabase()];
    const voices = [await voiceIn(here.url), await voiceIn(there.url)];
    let now = 0;
    let lost = 0;
    const notifications = notificationsAt(here.url, async (payload) => {
      lost += now;
      await voices[now]?.(payload);
    });
    let missed = 0;
    notifications.on('missed', () => (missed += 1));
    await notifications.onModuleInit();
    await until(() => notifications.isFresh());
    now = 1;
    // The link itself answers all the while; the second try is that of a new one.
    await until(() => lost === 2);
    expect([notifications.isFresh(), missed]).toEqual([false, 1]);
    now = 0;
    await until(() => notifications.isFresh());
    expect(missed).toBe(2);
  });

  it('stay fresh while nothing can be said, as by a busy pool', async () => {
    const { url } = await testDatabase();
    const voice = await voiceIn(url);
    let tries = 0;
    const busy = () => Promise.reject(new Error('timeout exceeded when trying to connect'));
    const notifications = notificationsAt(url, (payload) => (tries++ === 0 ? voice(payload) : busy()));
    await notifications.onModuleInit();
    await until(() => tries > 3);
    expect(notifications.isFresh()).toBe(true);
  });
});
