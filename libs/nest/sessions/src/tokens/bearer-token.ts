import { type IncomingMessage } from 'node:http';
import { TokenMalformed, TokenMissing } from './token-failures';

const BEARER = /^Bearer (\S+)$/i;
const ADVICE = 'Send one header, with one space: Authorization: Bearer <token>.';
const PARTS = ['nothing', 'one part'];
const expected = 'Authorization: Bearer <token>';

/** The token of `Authorization: Bearer <token>`: one header, one space. Throws TokenMissing or TokenMalformed. */
export function bearerToken({ headers, rawHeaders }: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): string {
  const { authorization } = headers;
  if (authorization === undefined)
    throw new TokenMissing({ check: 'header', expected, found: 'no Authorization header', advice: ADVICE });
  const token = BEARER.exec(authorization)?.[1];
  if (isRepeated(rawHeaders))
    throw new TokenMalformed({ check: 'header', expected, found: 'two Authorization headers', advice: ADVICE });
  if (token === undefined)
    throw new TokenMalformed({ check: 'header', expected, found: formOf(authorization), advice: ADVICE });
  return token;
}

/** What the header looks like, without the secret that it may hold. */
function formOf(authorization: string): string {
  const [scheme = '', ...rest] = authorization.split(' ');
  if (!/^[a-z]{1,20}$/i.test(scheme)) return authorization === '' ? 'an empty header' : 'a header without a scheme';
  return `the scheme ${scheme} and ${PARTS[rest.length] ?? `${rest.length} parts`} after it`;
}

/** Node keeps the first of two Authorization headers; a proxy may have read the second. */
function isRepeated(rawHeaders: string[]): boolean {
  const name = (index: number) =>
    rawHeaders[index]?.length === 13 && rawHeaders[index].toLowerCase() === 'authorization';
  let seen = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) if (name(index)) seen += 1;
  return seen > 1;
}
