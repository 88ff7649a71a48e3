import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 120_000;
const tsc = (...words: string[]) => spawnSync('npx', ['tsc', ...words], { encoding: 'utf8' }).stdout;

it(
  'lets no name compile that the contract of the application does not have',
  () => expect(tsc('--noEmit', '-p', join(import.meta.dirname, 'typed-contract'))).toBe(''),
  PATIENCE,
);

it(
  'writes into no type that is shipped which roles there are, but where an application changes them',
  () => {
    const outDir = mkdtempSync(join(tmpdir(), 'latchkey-types-'));
    const contract = join(import.meta.dirname, '../../../libs/contract');
    const declarations = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--outDir', outDir];
    expect(tsc(...declarations, '-p', contract)).toBe('');
    const naming = globSync('**/*.d.ts', { cwd: outDir }).filter((file) =>
      readFileSync(join(outDir, file), 'utf8').includes('"admin"'),
    );
    rmSync(outDir, { recursive: true });
    expect(naming.map((file) => file.split('/').at(-1))).toEqual([]);
  },
  PATIENCE,
);
