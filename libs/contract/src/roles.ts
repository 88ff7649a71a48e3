import * as z from 'zod/mini';
import { type Permission, permissions, type Role, roles } from '@latchkey/contract/permissions';

/** Read when they are first asked, once the application has said which there are. */
export const role = z.lazy(() => z.enum(roles as [Role], { error: () => `Choose ${roles.join(' or ')}` }));
export const permission = z.lazy(() => z.enum(permissions as [Permission]));
