import { type Device } from '@latchkey/contract';
import { lastSeen } from './moments';

/** "Chrome on Linux", as far as it is known. */
export function deviceName({ browser, system }: Device): string {
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'An unknown program';
}

/** The device that asks is active, whenever that was last noted. */
export const deviceSeen = ({ current, last_seen }: Device): string => (current ? 'Active now' : lastSeen(last_seen));
