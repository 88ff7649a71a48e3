/** Writes the migrations as files of SQL too, for teams whose database somebody else changes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** `bundle` is the function that makes a file of a source; `folder` gets one file a migration, to be run in the order of their names. */
export async function writeMigrations(bundle, source, folder) {
  const place = mkdtempSync(join(tmpdir(), 'latchkey-migrations-'));
  try {
    await bundle(source, place);
    const { migrations } = await import(pathToFileURL(join(place, 'migrations.js')).href);
    mkdirSync(folder, { recursive: true });
    for (const Migration of migrations)
      writeFileSync(join(folder, fileOf(Migration.name)), await sqlOf(new Migration()));
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** `LastAdmin1763900000000` lies in `1763900000000-last-admin.sql`. */
function fileOf(name) {
  const [, words, time] = /^(\w*?)(\d{13})$/.exec(name);
  return `${time}${words.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.sql`;
}

async function sqlOf(migration) {
  const statements = [];
  const query = async (text, values) => {
    if (values) throw new Error(`A statement with values is no line of SQL: ${text}`);
    statements.push(`${text.trim()};`);
  };
  await migration.up({ query });
  return ['BEGIN;', ...statements, 'COMMIT;', ''].join('\n');
}
