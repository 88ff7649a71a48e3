import { Client } from 'pg';
import { type TestApi } from './start-api';

/** What the database tells the replicas of users and sessions while `act` goes on. */
export async function listening(api: TestApi, act: () => Promise<unknown>): Promise<string[]> {
  const listener = new Client({ connectionString: api.database.url });
  await listener.connect();
  const told: string[] = [];
  listener.on('notification', ({ payload }) => /^(user|session):/.test(payload ?? '') && told.push(payload ?? ''));
  await listener.query('LISTEN latchkey');
  await act();
  // Whatever was committed by now has come when this is answered.
  await listener.query('SELECT 1');
  await listener.end();
  return told;
}
