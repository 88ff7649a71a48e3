import fastify, { type FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { serveSite } from './serve-site';
import { mendedEscapes, pageAt } from './site-paths';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-site-'));
const html = '<html><latchkey-root ngcspnonce="CSP_NONCE"></latchkey-root></html>';

describe('the site', () => {
  let app: FastifyInstance;

  beforeAll(async () => {
    const files = {
      'index.html': html,
      'main-AbC_d-12.js': 'plain',
      'main-AbC_d-12.js.br': 'brotli',
      'mark.svg': '<svg/>',
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    app = fastify();
    await serveSite(app, folder);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

  it('sends each page a nonce of its own, in the policy and in the page', async () => {
    const nonces = [];
    for (const url of ['/', '/login']) {
      const { headers, body } = await get(url);
      const nonce = /'nonce-([\w-]{22})'/.exec(String(headers['content-security-policy']))?.[1];
      expect(body).toBe(html.replace('CSP_NONCE', String(nonce)));
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(2);
  });

  it('compresses pages as the browser likes', async () => {
    const { rawPayload: br } = await get('/', { 'accept-encoding': 'gzip, br' });
    const { rawPayload: gzip } = await get('/', { 'accept-encoding': 'gzip' });
    expect([brotliDecompressSync(br), gunzipSync(gzip)].map(String)).toEqual(
      Array(2).fill(expect.stringContaining('<html>')),
    );
  });

  it('sends files as the build compressed them, the hashed ones to be kept for ever', async () => {
    const script = await get('/main-AbC_d-12.js', { 'accept-encoding': 'br' });
    expect([script.body, script.headers['content-encoding']]).toEqual(['brotli', 'br']);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/main-AbC_d-12.js')).body).toBe('plain');
    expect((await get('/mark.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('answers 404 with the site’s own page to people, and without one to programs', async () => {
    expect((await get('/nowhere', { accept: 'text/html' })).statusCode).toBe(404);
    expect((await get('/nowhere', { accept: 'text/html' })).headers['content-type']).toContain('text/html');
    expect((await get('/nowhere', { accept: 'application/json' })).headers['content-type']).toContain('json');
  });

  it.each(['/auth/nothing', '/api', '/users/1', '/docs/x'])('has no page at %s', async (url) => {
    const { statusCode, headers } = await get(url, { accept: 'text/html' });
    expect([statusCode, headers['content-type']]).toEqual([404, expect.stringContaining('json')]);
  });

  it('answers a file that is not there with a page to the address bar alone', async () => {
    const types = [];
    for (const accept of ['text/html,*/*;q=0.8', '*/*'])
      types.push((await get('/missing.js', { accept })).headers['content-type']);
    expect(types).toEqual([expect.stringContaining('html'), expect.stringContaining('json')]);
  });

  it.each([
    ['/login/', '/login'],
    ['//login//?returnUrl=/status', '/login?returnUrl=/status'],
    ['/account/profile/', '/account/profile'],
    ['/index.html', '/'],
  ])('leads from %s to %s', async (url, location) => {
    const { statusCode, headers } = await get(url);
    expect([statusCode, headers.location]).toEqual([302, location]);
  });

  it('leads to no other site', async () => {
    for (const url of ['//evil.test', '//evil.test/', '/%5cevil.test/', '//evil.test//login'])
      expect([url, (await get(url, { accept: 'text/html' })).statusCode]).toEqual([url, 404]);
  });

  it('never leaves its folder', async () => {
    for (const url of ['/../package.json', '/..%2f..%2fetc/passwd', '/%2e%2e/x'])
      expect((await get(url)).body).not.toMatch(/root:|"name"/);
  });
});

describe('pageAt', () => {
  it('knows the pages, with what follows them', () => {
    expect(['/', '/login?x=1', '/account/devices', '/admin', '/l%6fgin'].map(pageAt)).toEqual(Array(5).fill('page'));
    const others = ['/loginx', '/authors', '/accounts', '/account/x', '/admin/x', '/Login', '/account%2Fdata', '/%'];
    expect(others.map(pageAt)).toEqual(others.map(() => 'not-found-page'));
  });
});

it.each([
  ['/%', '/%25'],
  ['/100%-sure?q=%zz', '/100%25-sure?q=%25zz'],
  ['/%ff%20', '/%25ff%2520'],
  ['/caf%C3%A9%20', '/caf%C3%A9%20'],
])('mends the escapes of %s', (url, mended) => expect(mendedEscapes(url)).toBe(mended));
