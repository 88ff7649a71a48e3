import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';
import { type TestApi } from './start-api';

/** Fewer than the pool of a server has connections. */
const WAITING = 5;

/**
 * Holds the row of a session while `act` goes on, until several of its statements wait for that row, and lets go of it: none of
 * them has seen what another did. Connections of its own, since those of `api` all wait.
 */
export async function whileHeld<T>(api: TestApi, sid: string, act: () => Promise<T>): Promise<T> {
  const [holder, watcher] = [new Client(api.database.url), new Client(api.database.url)];
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query('BEGIN');
  await holder.query('SELECT FROM sessions WHERE id = $1 FOR UPDATE', [sid]);
  const acting = act();
  const waits = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await watcher.query(waits)).rows.length < WAITING) await setTimeout(10);
  await holder.query('ROLLBACK');
  await Promise.all([holder.end(), watcher.end()]);
  return acting;
}
