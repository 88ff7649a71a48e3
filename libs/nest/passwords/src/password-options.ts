/** Kept outside the database and mixed into every hash under its id, so that it can change. */
export interface Pepper {
  id: string;
  secret: string;
}

/** How passwords are hashed. */
export abstract class PasswordOptions {
  /** The first is used for new hashes, the others to check older ones. */
  abstract readonly peppers: readonly [Pepper, ...Pepper[]];
  /** bcrypt cost of new hashes. */
  abstract readonly cost: number;
  abstract readonly threads: number;
  /** How many passwords may wait for a thread before 503 is the answer. */
  abstract readonly queue: number;
}
