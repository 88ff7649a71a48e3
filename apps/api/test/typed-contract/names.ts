import './auth';
import { isAllowed, type Permission, type Role, type Status, type User as UserAnswer } from '@latchkey/contract';
import { LatchkeyHooks, Permissions, Roles, type UserNow } from '@latchkey/nest/latchkey';

/** Each line below an `expect-error` must not compile; the compiler complains where one does. */
export const all: Permission[] = ['users:read', 'orders:read', 'orders:write', 'orders:delete'];
export const roles: Role[] = ['user', 'clerk', 'admin'];
Permissions('orders:write', 'users:write');
Roles('clerk');
isAllowed(['clerk'], 'orders:read');

// @ts-expect-error -- no role has it
Permissions('orders:raed');
// @ts-expect-error -- it is no role
Roles('king');
// @ts-expect-error -- it is no role
isAllowed(['king'], 'orders:read');

export const companyOf = ({ companyId }: UserNow): number | null => companyId;
export const shown = (status: Status, user: UserAnswer): (number | null)[] => [status.companyId, user.companyId];
// @ts-expect-error -- it is a number
export const wrong = ({ companyId }: UserNow): string => companyId;
// @ts-expect-error -- there is no such field
export const unknown = ({ company }: UserNow): unknown => company;

export class Hooks extends LatchkeyHooks {
  override claims({ companyId }: UserNow) {
    return { company: companyId?.toFixed() };
  }
}
