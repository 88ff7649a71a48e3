/** Prints the sum of the counts in the folders given; folders that are not there count nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { summary, total } from './counts.mjs';

const files = process.argv
  .slice(2)
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
console.log(summary(total(files.map((file) => JSON.parse(readFileSync(file, 'utf8'))))));
