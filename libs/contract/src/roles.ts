import * as z from 'zod/mini';
import { type Permission, permissions, type Role, roles } from '@latchkey/contract/permissions';

/* eslint-disable @typescript-eslint/no-empty-object-type -- by an interface's name the compiler keeps it open, else it would ship the names there are today */
export interface RoleSchema extends z.ZodMiniType<Role, Role> {}
export interface PermissionSchema extends z.ZodMiniType<Permission, Permission> {}

/** Read when they are first asked, once the application has said which there are. */
export const role: RoleSchema = z.lazy(() => z.enum(roles as [Role], { error: () => `Choose ${roles.join(' or ')}` }));
export const permission: PermissionSchema = z.lazy(() => z.enum(permissions as [Permission]));
