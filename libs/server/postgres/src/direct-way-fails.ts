/** The database cannot be used at DATABASE_DIRECT_URL; `cause` says why. */
export class DirectWayFails extends Error {}
