import { databaseOptions, visitEmbeddedPostgres } from '@latchkey/server/postgres';
import { type Environment } from '@latchkey/server/environment';
import { User } from '@latchkey/nest/users';
import { DataSource } from 'typeorm';

/** Does `work` on the database that the server uses, whether the server runs or not, and leaves it as it was found. */
export async function withDatabase<T>(
  environment: Environment,
  work: (database: DataSource) => Promise<T>,
): Promise<T> {
  // Straight to it where DATABASE_URL goes through a pooler: locks and temporary tables need a connection of their own.
  const url = environment.databaseDirectUrl ?? environment.databaseUrl;
  if (url) return connected(url, environment, work);
  const visit = await visitEmbeddedPostgres(environment.dataFolder, 'npm run latchkey');
  try {
    return await connected(visit.url, environment, work);
  } finally {
    await visit.leave();
  }
}

/** Milliseconds a statement may run: nobody waits for an answer here as a browser does. */
const STATEMENT = 600_000;

async function connected<T>(url: string, environment: Environment, work: (database: DataSource) => Promise<T>) {
  const options = databaseOptions(url, environment, { longest: STATEMENT });
  const database = new DataSource({ ...options, entities: [User] });
  await database.initialize();
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}
