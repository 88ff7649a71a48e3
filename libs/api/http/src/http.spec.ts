import fastify from 'fastify';
import { z } from 'zod';
import { acceptJsonOnly, InvalidInput, RouteTable, SchemaPipe } from './index';
import { isDatabaseAway } from './database-away';

describe('acceptJsonOnly', () => {
  const app = fastify();
  acceptJsonOnly(app);
  app.post('/', (request) => ({ got: request.body ?? null }));
  const post = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': type } });

  it('hands on what it parsed, and nothing for an empty body', async () => {
    expect((await post('{"a":[1]}')).json()).toEqual({ got: { a: [1] } });
    expect((await post('')).json()).toEqual({ got: null });
  });

  it.each([
    ['an open object', '{'],
    ['a broken word', 'nul'],
    ['__proto__', '{"__proto__":{}}'],
    ['8,000 open arrays', '['.repeat(8000)],
    ['nine nested arrays', '['.repeat(9) + ']'.repeat(9)],
  ])('refuses %s', async (_, body) => {
    expect((await post(body)).statusCode).toBe(400);
  });

  it('refuses other types', async () => {
    expect((await post('{}', 'text/plain')).statusCode).toBe(415);
    expect((await post('a=b', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
  });
});

describe('SchemaPipe', () => {
  const schema = z.object({ email: z.string('Enter your e-mail address') });
  const check = (value: unknown) => new SchemaPipe().transform(value, { type: 'body', schema });

  it('drops what the schema does not know', async () => {
    expect(await check({ email: 'ada', admin: true })).toEqual({ email: 'ada' });
  });

  it('answers one line a field', async () => {
    const refusal = await check({ email: [] }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as InvalidInput).fact.errors).toEqual([{ path: 'email', message: 'Enter your e-mail address' }]);
  });
});

describe('RouteTable', () => {
  it('knows the methods of an address with parameters', () => {
    const app = fastify();
    const table = new RouteTable();
    table.watch(app);
    app.get('/users/:id', () => '');
    app.delete('/users/:id', () => '');
    expect(table.methodsAt('/users/7?x=1')).toEqual(['GET', 'HEAD', 'DELETE']);
    expect(table.methodsAt('/users/7/8')).toEqual([]);
  });
});

describe('isDatabaseAway', () => {
  it('tells an absent database from a refused statement', () => {
    expect(isDatabaseAway(Object.assign(new Error(), { code: '57P01' }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]))).toBe(true);
    expect(isDatabaseAway(Object.assign(new Error(), { code: '23505' }))).toBe(false);
    expect(isDatabaseAway(null)).toBe(false);
  });
});
