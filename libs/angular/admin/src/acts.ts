import { type Permission, type User } from '@latchkey/contract';
import { fullNameOf } from './person';
import { type UsersCalls } from './users-calls';

/** Something to do with a user that is asked about first. */
export interface Act {
  label: string;
  permission: Permission;
  isDangerous: boolean;
  /** True where the row is gone afterwards. */
  removes?: true;
  isFor(user: User, isSelf: boolean): boolean;
  question(user: User): string;
  consequence(user: User, isSelf: boolean): string;
  done(user: User): string;
  run(calls: UsersCalls, user: User): Promise<unknown>;
}

const disable: Act = {
  label: 'Disable',
  permission: 'users:write',
  isDangerous: true,
  isFor: ({ is_active }, isSelf) => is_active && !isSelf,
  question: () => 'Disable this account?',
  consequence: (user) => `${fullNameOf(user)} is signed out everywhere and cannot log in until the account is enabled.`,
  done: (user) => `${fullNameOf(user)} is disabled.`,
  run: (calls, { user_id }) => calls.change(user_id, { is_active: false }),
};

const enable: Act = {
  label: 'Enable',
  permission: 'users:write',
  isDangerous: false,
  isFor: ({ is_active }) => !is_active,
  question: () => 'Enable this account?',
  consequence: (user) => `${fullNameOf(user)} can log in again.`,
  done: (user) => `${fullNameOf(user)} is enabled.`,
  run: (calls, { user_id }) => calls.change(user_id, { is_active: true }),
};

const endSessions: Act = {
  label: 'End all sessions',
  permission: 'sessions:end',
  isDangerous: true,
  isFor: () => true,
  question: () => 'End all sessions?',
  consequence: (user, isSelf) =>
    isSelf
      ? 'You are signed out on all your devices, this one too.'
      : `${fullNameOf(user)} is signed out on all devices, and can log in again.`,
  done: (user) => `${fullNameOf(user)} is signed out everywhere.`,
  run: (calls, { user_id }) => calls.endSessions(user_id),
};

const remove: Act = {
  label: 'Delete',
  removes: true,
  permission: 'users:delete',
  isDangerous: true,
  isFor: (_, isSelf) => !isSelf,
  question: () => 'Delete this account?',
  consequence: (user) => `The account of ${fullNameOf(user)} and all that belongs to it are gone for good.`,
  done: (user) => `${fullNameOf(user)} is deleted.`,
  run: (calls, { user_id }) => calls.remove(user_id),
};

/** In the order of the menu. */
export const acts: readonly Act[] = [enable, disable, endSessions, remove];
