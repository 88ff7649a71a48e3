import { type IncomingMessage } from 'node:http';
import { TokenMalformed, TokenMissing } from './token-failures';

const BEARER = /^Bearer (\S+)$/i;

/** The token of `Authorization: Bearer <token>`: one header, one space. Throws TokenMissing or TokenMalformed. */
export function bearerToken({ headers, rawHeaders }: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): string {
  if (headers.authorization === undefined) throw new TokenMissing();
  const token = BEARER.exec(headers.authorization)?.[1];
  if (token === undefined || isRepeated(rawHeaders)) throw new TokenMalformed();
  return token;
}

/** Node keeps the first of two Authorization headers; a proxy may have read the second. */
function isRepeated(rawHeaders: string[]): boolean {
  const name = (index: number) =>
    rawHeaders[index]?.length === 13 && rawHeaders[index].toLowerCase() === 'authorization';
  let seen = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) if (name(index)) seen += 1;
  return seen > 1;
}
