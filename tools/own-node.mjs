/** The Node that `npm ci` installs as a package: every script runs on it, whichever Node npm itself runs on. */
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const NEWEST_ASKED = 26;

/**
 * Path of that Node, by its package: five packages share one name in node_modules/.bin, and an older npm links none of them.
 * Without the package the Node we run on will do if it is new enough; throws with what to do where it is not.
 */
export function ownNode() {
  const platform = `${process.platform.replace('win32', 'win')}-${process.arch}`;
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const places = [`node-${platform}`, `node-bin-${platform}`].map((name) => join(root, 'node_modules', name, program));
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  if (Number.parseInt(process.versions.node) >= NEWEST_ASKED) return process.execPath;
  throw new Error(
    `No Node ${NEWEST_ASKED} in node_modules, and this is ${process.versions.node}. Run npm ci without --omit=optional, or install Node ${NEWEST_ASKED} or later.`,
  );
}

/** Has every program that is started from here, and whatever it starts, find `node` and the packages' programs. */
export function putFirst(node) {
  process.env.PATH = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
}
