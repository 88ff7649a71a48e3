import { type Answer } from '../start-api';

/** The cookie that an answer sets: its pair, as a browser sends it back, and its attributes in lower case. */
export function cookieOf({ headers }: Answer, name: string): { pair: string; value: string; attributes: string[] } {
  const [line] = headers.getSetCookie().filter((cookie) => cookie.startsWith(`${name}=`));
  if (!line) throw new Error(`The answer sets no cookie ${name}.`);
  const [pair = '', ...attributes] = line.split('; ');
  const withoutDate = attributes.map((attribute) => attribute.toLowerCase().replace(/^expires=.*/, 'expires'));
  return { pair, value: pair.slice(name.length + 1), attributes: withoutDate.sort() };
}
