import { type Device } from '@latchkey/contract';
import { type DeviceRow } from './devices.service';
import { deviceWords } from './user-agent';

/** A session as its owner sees it; `currentId` is the session that asks. */
export const deviceBody = (row: DeviceRow, currentId: string): Device => ({
  session_id: row.id,
  ...deviceWords(row.userAgent),
  user_agent: row.userAgent,
  address: row.address,
  created_at: row.createdAt.toISOString(),
  last_seen: row.lastSeenAt.toISOString(),
  current: row.id === currentId,
});
