/** The address of this file before libs/server: programs outside the workspace bundle it from here. */
export * from '../../../../server/postgres/src/embedded/temporary-server';
