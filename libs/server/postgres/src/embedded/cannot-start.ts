/** The embedded database cannot be used; the message says why and what to do, to the one who started it. */
export class CannotStart extends Error {}
