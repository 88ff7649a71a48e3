import { type Tree } from '@angular-devkit/schematics';
import { type Step } from '@latchkey/schematics';
import { randomBytes } from 'node:crypto';

const FILE = '.env';
const IGNORING = new Set(['.env', '/.env', '.env*', '*.env', '**/.env']);

const fresh = () => randomBytes(36).toString('base64url');

/** Adds what .env does not name yet, with secrets of its own, and keeps the file out of Git. */
export const addSecrets: Step = (tree) => {
  const present = textOf(tree, FILE);
  const wanted = {
    PUBLIC_URL: `http://localhost:${/^PORT=(\d+)/m.exec(present)?.[1] ?? 3000}`,
    SITE_ORIGIN: 'http://localhost:4200',
    AUTH_SECRET: fresh(),
    AUTH_PEPPER: fresh(),
  };
  const missing = Object.entries(wanted).filter(
    ([name]) => !new RegExp(`^\\s*(export\\s+)?${name}\\s*=`, 'm').test(present),
  );
  addLines(
    tree,
    FILE,
    missing.map(([name, value]) => `${name}=${value}`),
  );
  addLines(tree, '.gitignore', isIgnored(tree) ? [] : [FILE]);
};

const isIgnored = (tree: Tree) =>
  textOf(tree, '.gitignore')
    .split(/\r?\n/)
    .some((line) => IGNORING.has(line.trim()));

function addLines(tree: Tree, path: string, lines: string[]): void {
  if (lines.length === 0) return;
  const present = textOf(tree, path);
  const text = `${present}${present === '' || present.endsWith('\n') ? '' : '\n'}${lines.join('\n')}\n`;
  if (tree.exists(path)) tree.overwrite(path, text);
  else tree.create(path, text);
}

const textOf = (tree: Tree, path: string): string => (tree.exists(path) ? tree.readText(path) : '');
