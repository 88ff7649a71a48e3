/** How the database is reached, as far as the libraries depend on it. */
export abstract class DatabaseOptions {
  /** True where a pooler stands between, which may give every statement another connection: then none is prepared. */
  abstract readonly isPooled: boolean;
}
