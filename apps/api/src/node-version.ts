import { existsSync } from 'node:fs';

const OLDEST = 24;

/** Why the server can't run on this version of Node, in words for whom starts it by hand; null where it can. */
export function tooOld(version: string, installed = installedNode()): string | null {
  if (Number.parseInt(version) >= OLDEST) return null;
  const advice = installed
    ? `npm ci has installed one: ${installed}`
    : 'npm start runs it on one that npm ci installs.';
  return `Latchkey needs Node ${OLDEST} or later, and this is ${version}. ${advice}`;
}

/** By its package, as npm has it in the folder we are started in: not every npm links it in node_modules/.bin. */
function installedNode(): string | undefined {
  const platform = `${process.platform.replace('win32', 'win')}-${process.arch}`;
  const program = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return [`node-${platform}`, `node-bin-${platform}`]
    .map((name) => `node_modules/${name}/${program}`)
    .find((path) => existsSync(path));
}
