/** What server and site agree on: the shapes on the wire, the failure codes, the roles. Imports only zod. */
export * from './answers';
export * from './credentials';
export * from './email';
export * from './failure';
export * from './password';
export * from './roles';
export * from './text';
export * from './user';
