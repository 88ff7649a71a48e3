const OLDEST = 24;

/** Why the server can't run on this version of Node, in words for whom starts it by hand; null where it can. */
export function tooOld(version: string): string | null {
  if (Number.parseInt(version) >= OLDEST) return null;
  return `Latchkey needs Node ${OLDEST} or later, and this is ${version}. npm ci has installed one: node_modules/.bin/node`;
}
