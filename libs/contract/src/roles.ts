import * as z from 'zod/mini';

export const role = z.enum(['user', 'admin']);
export type Role = z.infer<typeof role>;
