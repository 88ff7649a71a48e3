import * as z from 'zod/mini';

/**
 * Stops the checks behind it where the value is not of the type: zod measures whatever has a `length`, be it text or not, and
 * what a stranger calls a length may be anything.
 */
export const stopUnless = (isOfType: (value: unknown) => boolean) =>
  z.check<unknown>((payload) => void (payload.aborted = true), { when: ({ value }) => !isOfType(value) });

/** Any string that UTF-8 can carry: a lone surrogate is refused, since it would be stored and hashed like another. */
export const text = (missing: string) =>
  z.string({ error: missing }).check(
    stopUnless((value) => typeof value === 'string'),
    z.refine((value) => value.isWellFormed(), {
      error: 'This contains a character that is not valid text',
      abort: true,
    }),
  );

/** A list that can be measured: the checks behind it run on nothing else. */
export const list = <Item extends z.ZodMiniType>(item: Item, missing: string) =>
  z.array(item, { error: missing }).check(stopUnless(Array.isArray));
