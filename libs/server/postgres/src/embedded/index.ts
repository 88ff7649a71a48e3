export { CannotStart } from './cannot-start';
export { holdFolder } from './hold-folder';
export { openEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';
export { removeAbandonedServers, temporaryServer } from './temporary-server';
export { visitEmbeddedPostgres } from './visit';
