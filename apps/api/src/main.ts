import module from 'node:module';
import { tooOld } from './node-version';

const refusal = tooOld(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}
// Node keeps compiled code between starts; the rest is imported afterwards so that it profits.
module.enableCompileCache();
const { start } = await import('./start');
await start();
