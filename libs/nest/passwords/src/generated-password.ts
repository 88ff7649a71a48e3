import { randomInt } from 'node:crypto';

/** Lower case and digits without those that look like others. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand on, such as `k7xqp-m2wne-tr94h-bzc6d`: 99 bits, easy to read out and to type. */
export function generatedPassword(): string {
  const group = (): string => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
