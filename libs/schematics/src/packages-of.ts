import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

interface Manifest {
  name: string;
  version: string;
  peerDependencies: Record<string, string>;
}

/** Those of `wanted` that the package around `url` asks for, and the package itself, at its own version. */
export function packagesOf(url: string, wanted: readonly string[]): Record<string, string> {
  const file = findPackageJSON(url) as string;
  const { name, version, peerDependencies } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return { [name]: version, ...Object.fromEntries(wanted.map((peer) => [peer, peerDependencies[peer] ?? version])) };
}
