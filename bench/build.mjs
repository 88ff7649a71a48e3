/** Builds what is measured: the API, and the site where the checkout has one. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './processes.mjs';

const root = join(import.meta.dirname, '..');

export async function buildLatchkey() {
  const projects = existsSync(join(root, 'apps/web/project.json')) ? 'api,web' : 'api';
  await nx(['run-many', '-t', 'build', '-p', projects], root);
}

/** Runs Nx in `folder`; throws with what it said where it fails. */
export async function nx(args, folder) {
  let said = '';
  const child = launch('nx', args, { cwd: folder, onText: (text) => (said += text) });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(said);
}
