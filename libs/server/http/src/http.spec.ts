import fastify from 'fastify';
import { acceptJsonOnly, RouteTable } from './index';

describe('acceptJsonOnly', () => {
  const app = fastify();
  acceptJsonOnly(app);
  app.post('/', (request) => ({ got: request.body ?? null }));
  const post = (payload: string | Buffer, type = 'application/json') =>
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
    ['ä in Latin-1', Buffer.from('"ä"', 'latin1')],
  ])('refuses %s', async (_, body) => {
    expect((await post(body)).statusCode).toBe(400);
  });

  it('refuses other types', async () => {
    expect((await post('{}', 'text/plain')).statusCode).toBe(415);
    expect((await post('a=b', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
  });
});

describe('acceptJsonOnly with lenient addresses', () => {
  const app = fastify();
  acceptJsonOnly(app, { jsonOfAnyType: ['/lenient'], text: ['/text'] });
  for (const url of ['/strict', '/lenient', '/text']) app.post(url, (request) => ({ got: request.body ?? null }));
  const post = async (url: string, payload: string, headers: object = {}) => {
    const answer = await app.inject({ method: 'POST', url, payload, headers: { ...headers } });
    return [answer.statusCode, answer.json().got];
  };

  it.each([{ 'content-type': 'text/plain' }, { 'content-type': 'application/x-www-form-urlencoded' }, {}])(
    'takes what comes with %j there, and only there',
    async (headers) => {
      expect(await post('/lenient', '{"a":1}', headers)).toEqual([200, { a: 1 }]);
      expect((await post('/lenient', '{"__proto__":{}}', headers))[0]).toBe(400);
      expect(await post('/text', '{"a"', headers)).toEqual([200, '{"a"']);
      expect((await post('/strict', '{"a":1}', headers))[0]).toBe(415);
    },
  );

  it('takes JSON as text where text is wanted', async () => {
    expect(await post('/text', '{"a"', { 'content-type': 'application/json' })).toEqual([200, '{"a"']);
    expect(await post('/strict', '{"a":1}', { 'content-type': 'application/json' })).toEqual([200, { a: 1 }]);
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
