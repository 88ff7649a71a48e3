/** Where the API is reached, by whose pages, and how much its answers tell. */
export abstract class HttpOptions {
  /** Origin under which people reach the API, without a slash at the end. */
  abstract readonly publicUrl: string;
  /** Other origins whose pages may call it. */
  abstract readonly allowedOrigins: readonly string[];
  /** Where the routes of signing in are, below what the application puts before every route: `auth`. */
  abstract readonly authPath: string;
  /** True where answers say why a token was refused; else only the log does. */
  abstract readonly explains: boolean;
}
