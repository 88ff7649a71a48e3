import { defineAuth } from '@latchkey/contract';
import { z } from 'zod';

export const auth = defineAuth({
  roles: { user: ['orders:read'], clerk: ['orders:read', 'orders:write'], admin: '*' },
  permissions: ['orders:delete'],
  user: z.object({ companyId: z.nullable(z.int()) }),
});

declare module '@latchkey/contract' {
  interface Register {
    auth: typeof auth;
  }
}
