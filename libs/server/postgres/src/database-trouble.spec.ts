import { DeafListener, UnfitDatabase } from '@latchkey/nest/database';
import { databaseTrouble, mayPass } from './database-trouble';
import { DirectWayFails } from './direct-way-fails';

const failure = (details: object) => Object.assign(new Error('Failed'), details);
const refusal = (code: string, message: string) => failure({ severity: 'FATAL', code, message });

describe('what stands in the way to the database', () => {
  it.each<[unknown, RegExp, boolean]>([
    [failure({ code: 'ECONNREFUSED', port: 1234 }), /^No PostgreSQL answers at DATABASE_URL\./, true],
    [failure({ code: 'ENOTFOUND', hostname: 'hunter2' }), /no machine of the name that DATABASE_URL has/, true],
    [
      failure({ code: 'ENOENT', syscall: 'connect', address: '/hunter2/.s.PGSQL.5432' }),
      /no socket of PostgreSQL/,
      true,
    ],
    [new Error('Connection terminated due to connection timeout'), /does not answer/, true],
    [refusal('57P03', 'the database system is starting up'), /refuses: the database system is starting up/, true],
    [refusal('28P01', 'password authentication failed'), /refuses: password authentication failed\./, false],
    [
      refusal('08P01', 'unsupported startup parameter: options'),
      /DATABASE_DIRECT_URL.*ignore_startup_parameters/,
      false,
    ],
    [new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), /DATABASE_PASSWORD/, false],
    [new Error('The server does not support SSL connections'), /has no TLS, and sslmode/, false],
    [failure({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), /sslrootcert.*sslmode=no-verify/, false],
    [failure({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }), /not trusted/, false],
    [new DeafListener(), /LISTEN.*DATABASE_DIRECT_URL/, false],
    [new UnfitDatabase('takes no writes', true), /^PostgreSQL at DATABASE_URL takes no writes\./, true],
    [new UnfitDatabase('is encoded in LATIN1'), /encoded in LATIN1\./, false],
    [new DirectWayFails('', { cause: failure({ code: 'ECONNREFUSED' }) }), /answers at DATABASE_DIRECT_URL\./, true],
    [new DirectWayFails('', { cause: refusal('28P01', 'no') }), /^PostgreSQL at DATABASE_DIRECT_URL refuses/, false],
    [new TypeError('x is not a function'), /^undefined$/, false],
  ])('is told in words, without a piece of the address (%#)', (error, words, isWaitedFor) => {
    expect(String(databaseTrouble(error))).toMatch(words);
    expect(String(databaseTrouble(error))).not.toMatch(/hunter2|1234/);
    expect(mayPass(error)).toBe(isWaitedFor);
  });
});
