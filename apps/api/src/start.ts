import { InvalidEnvironment, readEnvironment } from '@latchkey/api/environment';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configureApp } from './configure-app';

/** Reads the settings, finds or starts PostgreSQL, listens. What stands in the way is said in a line or two, exit code 1. */
export async function start(): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    const environment = readEnvironment();
    const { app } = await configureApp(environment, {
      databaseUrl: environment.databaseUrl ?? '',
      siteFolder: join(import.meta.dirname, '../web/browser'),
    });
    await app.listen(environment.port, environment.host);
  } catch (error) {
    console.error(error instanceof InvalidEnvironment ? error.message : error);
    process.exitCode = 1;
  }
}
