import { type Step } from '@latchkey/schematics';

/** src/latchkey.config.ts. */
export const OPTIONS_FILE = `import { type LatchkeyOptions } from '@latchkey/nest';
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';

/** Read when the application starts; what is set outside goes before what .env says. */
export function latchkeyOptions(): LatchkeyOptions {
  if (existsSync('.env')) loadEnvFile();
  const { PUBLIC_URL = '', SITE_ORIGIN, AUTH_SECRET = '', AUTH_PEPPER = '' } = process.env;
  return {
    publicUrl: PUBLIC_URL,
    allowedOrigins: SITE_ORIGIN ? [SITE_ORIGIN] : [],
    secret: AUTH_SECRET,
    peppers: [{ id: 'p1', secret: AUTH_PEPPER }],
  };
}
`;

/** Writes where the options come from, unless there is such a file. */
export const addOptions =
  (sourceRoot: string): Step =>
  (tree) => {
    const path = `/${sourceRoot}/latchkey.config.ts`;
    if (!tree.exists(path)) tree.create(path, OPTIONS_FILE);
  };
