import { type Pepper } from '@latchkey/server/environment';
import { hashProblem } from '@latchkey/nest/passwords';
import { displayName, email, type Role, roles as known, text, username } from '@latchkey/contract';
import * as z from 'zod/mini';
import { momentOf } from './moment';

const ROLES = `Latchkey has the roles ${known.join(' and ')}`;
const YES_OR_NO = 'Say true or false';
const MOMENT = 'Write a past moment such as 2017-08-13T17:21:52Z';
const FLAGS = new Map<unknown, boolean>([
  ...['true', 't', 'yes', 'y', '1'].map((word): [string, boolean] => [word, true]),
  ...['false', 'f', 'no', 'n', '0'].map((word): [string, boolean] => [word, false]),
]);

const flag = (missing: boolean) =>
  z._default(
    z.pipe(
      z.transform((value) => FLAGS.get(String(value).trim().toLowerCase()) ?? value),
      z.boolean({ error: YES_OR_NO }),
    ),
    missing,
  );

const roles = z._default(
  z.pipe(
    z.transform((value) => (typeof value === 'string' ? value.split(/[\s;,]+/).filter(Boolean) : value)),
    z.array(z.enum(known as [Role], { error: ROLES }), { error: ROLES }),
  ),
  [],
);

/** One user of a file, checked as the contract checks one who registers; a hash is good where we can check it. */
export const userRow = (peppers: Pepper[]) =>
  z
    .object({
      email: z.optional(email),
      username: z.optional(username),
      display_name: z.optional(displayName),
      password_hash: text('There is no password hash').check(
        z.trim(),
        z.check(({ value, issues }) => {
          const message = hashProblem(value, peppers);
          if (message) issues.push({ code: 'custom', input: value, message });
        }),
      ),
      roles,
      is_active: flag(true),
      admin: flag(false),
      registered_on: z.optional(z.pipe(z.transform(momentOf), z.date({ error: MOMENT }))),
    })
    .check(
      z.refine((row) => row.email !== undefined || row.username !== undefined, {
        error: 'There is neither an e-mail address nor a user name',
      }),
    );

export type UserRow = z.infer<ReturnType<typeof userRow>>;
