import { testDatabase } from '@latchkey/server/testing';
import { BuiltServer } from './built-server';
import { makeAdministrator } from './make-administrator';

const ROUNDS = 20;

const json = async (response: Response) => (await response.json()) as { auth_token: string; data: { user_id: string } };

describe('a change of roles on one of two replicas', () => {
  it('bites there before it is answered, and on the other once it has heard of it', async () => {
    const { url: DATABASE_URL } = await testDatabase();
    const [a, b] = [await BuiltServer.start({ DATABASE_URL }), await BuiltServer.start({ DATABASE_URL })];
    const { auth_token: admin } = await json(await a.register('admin@example.com'));
    await makeAdministrator(DATABASE_URL, 'admin@example.com');
    const { auth_token: token, data } = await json(await a.register('ada@example.com'));
    const usersAt = async (server: BuiltServer) =>
      (await fetch(`${server.url}/users`, { headers: { authorization: `Bearer ${token}` } })).status;
    const delays = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [roles, status] = round % 2 === 0 ? [['admin'], 200] : [['user'], 403];
      for (const replica of [a, b, a, b]) expect(await usersAt(replica)).toBe(status === 200 ? 403 : 200);
      const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ roles });
      expect((await fetch(`${a.url}/users/${data.user_id}`, { method: 'PATCH', headers, body })).status).toBe(200);
      const from = performance.now();
      expect(await usersAt(a)).toBe(status);
      // Far below the minute for which a session is believed without asking again.
      while ((await usersAt(b)) !== status && performance.now() - from < 10_000);
      expect(await usersAt(b)).toBe(status);
      delays.push(performance.now() - from);
    }
    console.info(`Changed on A, bites on B: at most ${Math.max(...delays).toFixed(1)} ms of ${ROUNDS}`);
  });
});
