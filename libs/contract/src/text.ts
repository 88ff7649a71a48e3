import * as z from 'zod/mini';

/** Any string that UTF-8 can carry: a lone surrogate is refused, since it would be stored and hashed like another. */
export const text = (missing: string) =>
  z.string({ error: missing }).check(
    z.refine((value) => value.isWellFormed(), {
      error: 'This contains a character that is not valid text',
      abort: true,
    }),
  );
