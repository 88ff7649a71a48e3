import { config } from 'zod/mini';

// Zod would compile its checks with `new Function`, which the Content-Security-Policy forbids. Imported before any schema.
config({ jitless: true });
