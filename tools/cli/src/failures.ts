/** The command cannot be done; the message says why in a line or two. */
export class Refusal extends Error {}

/** The words on the command line make no sense. */
export class WrongUse extends Error {}
