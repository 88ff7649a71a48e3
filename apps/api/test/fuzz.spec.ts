import fc from 'fast-check';
import { TestApi } from './start-api';

const RUNS = 4_000;
const SEED = 20_261_121;

const keys = fc.constantFrom(
  'email',
  'username',
  'uid',
  'name',
  'password',
  'remember',
  '__proto__',
  'constructor',
  'roles',
  'toString',
  '',
);
const awkward = fc.constantFrom(
  '',
  '\0',
  '\ud800',
  '\u202e',
  'a@b.co',
  'x'.repeat(300) + '@b.co',
  "' OR 1=1--",
  '9'.repeat(20),
);
const leaf = fc.oneof(
  awkward,
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.bigInt().map(Number),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(keys, tie('any'), { maxKeys: 5 }),
  ),
})).any;
const body = fc.oneof(
  fc
    .record({ email: value, username: value, uid: value, name: value, password: value }, { requiredKeys: [] })
    .map((object) => JSON.stringify(object)),
  value.map((any) => JSON.stringify(any) ?? ''),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.nat(2_000).map((depth) => '['.repeat(depth)),
);
const type = fc.oneof(
  { weight: 9, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'text/plain',
      'application/xml',
      'application/json; charset=utf-16',
      'multipart/form-data',
      'x',
    ),
  },
);
const target = fc.constantFrom(
  '/auth/register',
  '/auth/login',
  '/auth/logout',
  '/auth/status',
  '/auth/nowhere',
  '/api/register',
  '/api/login',
  '/api/registration',
  '/api/refresh',
  '/api/authenticate',
  '/api/user',
  '/health/ready',
);

describe(`${RUNS} bodies nobody meant`, () => {
  it('are answered in JSON, never with a 5xx, a stack or a word of SQL', async () => {
    const api = await TestApi.start();
    await fc.assert(
      fc.asyncProperty(target, type, body, async (path, contentType, payload) => {
        const answer = await api.post(path, payload, { 'content-type': contentType });
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
        expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|at \w+ \(|SELECT|QueryFailed|typeorm/i);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  }, 120_000);
});
