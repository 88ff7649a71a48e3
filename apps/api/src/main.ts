import { enableCompileCache } from 'node:module';

// Node keeps compiled code between starts; the rest is imported afterwards so that it profits.
enableCompileCache();
const { start } = await import('./start');
await start();
