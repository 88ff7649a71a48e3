/** How the database is reached, as far as the libraries depend on it. */
export abstract class DatabaseOptions {
  /** A connection that LISTEN can hold, where the DataSource goes through a pooler that gives each statement another. */
  abstract readonly directUrl: string | undefined;
}
