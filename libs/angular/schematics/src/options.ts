/** As schema.json describes them. */
export interface Options {
  project?: string;
  api?: string;
  apiOrigin?: string;
  example?: boolean;
}
