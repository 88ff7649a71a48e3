import { type HttpRequest } from './platform';
import { OriginRefused, OwnOrigin } from './own-origin';

const origin = new OwnOrigin({
  publicUrl: 'https://login.acme.test',
  allowedOrigins: ['https://app.acme.test'],
  explains: false,
  authPath: 'auth',
});
const json = { 'content-type': 'application/json' };
const request = (headers: object) => ({ headers }) as unknown as HttpRequest;

const plain = new OwnOrigin({
  publicUrl: 'http://localhost:3000',
  allowedOrigins: [],
  explains: true,
  authPath: 'auth',
});

describe('OwnOrigin over plain http', () => {
  const from = (origin: string, host: string) => request({ ...json, origin, host });

  it.each(['devbox.lan:3000', '192.168.1.7:3000', 'api'])('takes a page of the host %s that it calls', (host) => {
    expect(plain.isOwn(from(`http://${host}`, host))).toBe(true);
    expect(plain.isForeign(from(`http://${host}`, host))).toBe(false);
  });

  it.each([
    ['another host', 'http://evil.test', 'devbox.lan:3000'],
    ['another port', 'http://devbox.lan:4000', 'devbox.lan:3000'],
    ['a look-alike', 'http://devbox.lan:3000.evil.test', 'devbox.lan:3000'],
  ])('refuses a page of %s', (_, from_, host) => {
    expect(plain.isOwn(from(from_, host))).toBe(false);
    expect(plain.isForeign(from(from_, host))).toBe(true);
  });

  it('says which setting names the site, for a proxy may hide the host that was called', () =>
    expect(() => plain.require(from('http://devbox.lan', 'api:3000'))).toThrow(
      expect.objectContaining({ fact: expect.objectContaining({ message: expect.stringContaining('PUBLIC_URL') }) }),
    ));

  it('takes none where it is reached by https', () =>
    expect(origin.isOwn(from('http://devbox.lan:3000', 'devbox.lan:3000'))).toBe(false));
});

describe('OwnOrigin', () => {
  it.each([
    ['a page of ours', { ...json, 'sec-fetch-site': 'same-origin' }],
    ['our public address', { ...json, origin: 'https://login.acme.test' }],
    ['an origin on the list', { ...json, origin: 'https://app.acme.test', 'sec-fetch-site': 'same-site' }],
    [
      'JSON with a character set',
      { 'content-type': 'Application/JSON; charset=utf-8', 'sec-fetch-site': 'same-origin' },
    ],
  ])('takes %s', (_, headers) => expect(origin.isOwn(request(headers))).toBe(true));

  it.each([
    ['another site', { ...json, origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['a look-alike', { ...json, origin: 'https://app.acme.test.evil.test' }],
    ['another scheme', { ...json, origin: 'http://login.acme.test' }],
    ['an opaque origin', { ...json, origin: 'null' }],
    ['nobody knows where', json],
    ['a page of ours, but not as JSON', { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' }],
    ['a page of ours without a body', { 'sec-fetch-site': 'same-origin' }],
  ])('refuses %s', (_, headers) => expect(() => origin.require(request(headers))).toThrow(OriginRefused));

  it.each([
    ['another site', { origin: 'https://evil.test' }],
    ['an opaque origin', { origin: 'null' }],
    ['a look-alike', { origin: 'https://app.acme.test.evil.test' }],
    ['a picture on another site', { 'sec-fetch-site': 'cross-site' }],
    ['a link on a neighbour', { 'sec-fetch-site': 'same-site' }],
  ])('calls %s foreign', (_, headers) =>
    expect(() => origin.requireNotForeign(request(headers))).toThrow(OriginRefused),
  );

  it.each([
    ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }],
    ['an origin on the list', { origin: 'https://app.acme.test', 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['what is no browser', {}],
  ])('does not call %s foreign', (_, headers) => expect(origin.isForeign(request(headers))).toBe(false));
});
