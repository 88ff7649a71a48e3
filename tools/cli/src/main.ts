import { enableCompileCache } from 'node:module';

// Node keeps compiled code between runs; the rest is imported afterwards so that it profits.
enableCompileCache();
const { run } = await import('./run');
process.exitCode = await run(process.argv.slice(2));
