import { type Permission, type User } from '@latchkey/contract';
import { fullNameOf } from './user-name';
import { type UsersApi } from './users-api';

/** Something to do with a user that is asked about first. */
export interface UserAction {
  label: string;
  permission: Permission;
  isDangerous: boolean;
  /** True where the row is gone afterwards. */
  removes?: true;
  isFor(user: User, isSelf: boolean): boolean;
  question(user: User): string;
  consequence(user: User, isSelf: boolean): string;
  done(user: User): string;
  run(api: UsersApi, user: User): Promise<unknown>;
}

const disable: UserAction = {
  label: 'Disable',
  permission: 'users:write',
  isDangerous: true,
  isFor: ({ is_active }, isSelf) => is_active && !isSelf,
  question: () => 'Disable this account?',
  consequence: (user) => `${fullNameOf(user)} is signed out everywhere and cannot log in until the account is enabled.`,
  done: (user) => `${fullNameOf(user)} is disabled.`,
  run: (api, { user_id }) => api.change(user_id, { is_active: false }),
};

const enable: UserAction = {
  label: 'Enable',
  permission: 'users:write',
  isDangerous: false,
  isFor: ({ is_active }) => !is_active,
  question: () => 'Enable this account?',
  consequence: (user) => `${fullNameOf(user)} can log in again.`,
  done: (user) => `${fullNameOf(user)} is enabled.`,
  run: (api, { user_id }) => api.change(user_id, { is_active: true }),
};

const endSessions: UserAction = {
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
  run: (api, { user_id }) => api.endSessions(user_id),
};

const remove: UserAction = {
  label: 'Delete',
  removes: true,
  permission: 'users:delete',
  isDangerous: true,
  isFor: (_, isSelf) => !isSelf,
  question: () => 'Delete this account?',
  consequence: (user) => `The account of ${fullNameOf(user)} and all that belongs to it are gone for good.`,
  done: (user) => `${fullNameOf(user)} is deleted.`,
  run: (api, { user_id }) => api.remove(user_id),
};

/** In the order of the menu. */
export const userActions: readonly UserAction[] = [enable, disable, endSessions, remove];
