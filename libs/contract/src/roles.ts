import * as z from 'zod/mini';
import { permissions, roles } from './permissions';

export const role = z.enum(roles);
export const permission = z.enum(permissions);
