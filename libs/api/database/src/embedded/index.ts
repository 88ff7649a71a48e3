export { AlreadyRunning, holdFolder } from './hold-folder';
export { openEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
export { removeAbandonedServers, temporaryServer } from './temporary-server';
