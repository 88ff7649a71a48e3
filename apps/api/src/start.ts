import { type EmbeddedPostgres, holdFolder, openEmbeddedPostgres } from '@latchkey/server/postgres';
import { type Environment, loadSettingsFile, readEnvironment } from '@latchkey/server/environment';
import { Logger } from '@nestjs/common';
import { join, relative } from 'node:path';
import { type Configured, configureApp } from './configure-app';
import { explained } from './explained';
import { refuseTakenPort } from './port-taken';
import { stopOnSignal } from './stop-on-signal';

/** Reads the settings, finds or starts PostgreSQL, listens. What stands in the way is said in a line or two, exit code 1. */
export async function start(): Promise<void> {
  try {
    const unread = loadSettingsFile();
    const environment = readEnvironment();
    await run(environment, new Set([...unread, ...environment.warnings]));
  } catch (error) {
    console.error(explained(error));
    process.exit(1);
  }
}

async function run(environment: Environment, warnings: Set<string>): Promise<void> {
  const embedded = environment.databaseUrl === undefined ? await openOwnDatabase(environment) : undefined;
  try {
    const configured = await configureApp(environment, {
      databaseUrl: embedded?.url ?? (environment.databaseUrl as string),
      siteFolder: join(import.meta.dirname, '../web/browser'),
    });
    stopOnSignal(configured.app, embedded);
    for (const warning of warnings) new Logger('Settings').warn(warning);
    await configured.app.init();
    await listen(environment, configured);
    await announce(environment, configured, embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** A HOST that cannot be looked up is told of as one that is not ours. */
async function listen({ port, host }: Environment, { app }: Configured): Promise<void> {
  const listening = refuseTakenPort(port, host).then(() => app.listen(port, host));
  await listening.catch((error) => {
    throw Object.assign(error, { syscall: 'listen', address: host });
  });
}

function openOwnDatabase({ dataFolder, publicUrl }: Environment): Promise<EmbeddedPostgres> {
  holdFolder(dataFolder, publicUrl);
  return openEmbeddedPostgres(join(dataFolder, 'postgres'));
}

async function announce(
  { apiDocs, production }: Environment,
  { app }: Configured,
  embedded?: EmbeddedPostgres,
): Promise<void> {
  const url = (await app.getUrl()).replace(/\[::1?\]|127\.0\.0\.1|0\.0\.0\.0/, 'localhost');
  const database = embedded
    ? `embedded PostgreSQL in ${relative(process.cwd(), embedded.data)}`
    : 'PostgreSQL at DATABASE_URL';
  const ready = `Latchkey is ready in ${(performance.now() / 1000).toFixed(1)} s`;
  if (production) return new Logger('Start').log(`${ready} at ${url}`);
  const lines = [
    ready,
    `  Site      ${url}`,
    ...(apiDocs ? [`  API docs  ${url}/docs`] : []),
    `  Database  ${database}${embedded?.found ? ', found running and used on' : ''}`,
  ];
  console.log(lines.join('\n'));
}
