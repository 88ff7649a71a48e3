/** What server and site agree on: the shapes on the wire, the failure codes, roles and permissions. Imports only zod. */
export * from './account-answers';
export * from './administration';
export * from './answers';
export * from './devices';
export * from './failure';
export * from './forms';
export * from './lists';
export * from '@latchkey/contract/permissions';
export * from './profile-body';
export * from './roles';
export * from './text';
export * from './unseen';
export * from './user';
export * from '@latchkey/contract/version';
