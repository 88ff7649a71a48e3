import { type Dialect, readEnvironment } from '@latchkey/server/environment';
import { type FastifyRequest } from 'fastify';
import { WhichDialect } from './which-dialect';

const secrets = { JWT_SECRET: 'x'.repeat(32), PASSWORD_PEPPERS: `p:${'y'.repeat(32)}` };
const which = (DIALECTS: string) => new WhichDialect(readEnvironment({ ...secrets, DIALECTS }));
const request = (dialect: Dialect | 'login' | undefined, body?: unknown, type?: string) =>
  ({ routeOptions: { config: { dialect } }, body, headers: { 'content-type': type } }) as unknown as FastifyRequest;

describe('WhichDialect', () => {
  it('is what the route says, and none where it says nothing', () => {
    expect(which('').of(request('uid-cookie'))).toBe('uid-cookie');
    expect(which('').of(request(undefined))).toBeUndefined();
  });

  it.each([
    ['a user name', { username: 'ada' }, 'text/plain', 'praetorian'],
    ['a user name that is none', { username: null }, 'application/json', 'praetorian'],
    ['both', { username: 'ada', email: 'ada@example.com' }, 'application/json', 'praetorian'],
    ['an e-mail', { email: 'ada@example.com' }, 'application/json', 'session-cookie'],
    ['an e-mail as text', { email: 'ada@example.com' }, 'text/plain', 'session-cookie'],
    ['nothing of either', {}, 'application/json', 'session-cookie'],
    ['broken JSON', undefined, 'Application/JSON; charset=utf-8', 'session-cookie'],
    ['broken JSON as text', undefined, 'text/plain', 'praetorian'],
    ['broken JSON as nothing', undefined, undefined, 'praetorian'],
  ])('goes by the body at the shared address: %s', (_, body, type, dialect) => {
    expect(which('').of(request('login', body, type))).toBe(dialect);
  });

  it('goes by what is served where only one of the two is', () => {
    expect(which('session-cookie').of(request('login', { username: 'ada' }))).toBe('session-cookie');
    expect(which('praetorian').of(request('login', { email: 'ada@example.com' }))).toBe('praetorian');
  });
});
