import * as z from 'zod/mini';
import { permissions, roles } from '@latchkey/contract/permissions';

export const role = z.enum(roles, { error: () => `Choose ${roles.join(' or ')}` });
export const permission = z.enum(permissions);
