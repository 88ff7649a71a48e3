import * as z from 'zod/mini';
import { moment } from './devices';
import { email } from './email';
import { emailSpelling } from './email-spelling';
import { USERS_COUNTED, USERS_PER_PAGE } from './lists';
import { newPassword } from './password';
import { displayName, username } from './profile';
import { role } from './roles';
import { list, text } from './text';
import { type User, user, type WithFields } from './user';
import { userChanges } from './user-changes';

const USERS_PER_PAGE_MAX = 100;

/** What a list of users may be sorted by; `-` turns it round. */
export const userOrder = z.enum(['email', '-email', 'registered_on', '-registered_on'], {
  error: 'Say email or registered_on, and - before it to turn it round',
});
export type UserOrder = z.infer<typeof userOrder>;

/** A whole number in an address, which is text. */
const wholeNumber = (unset: number, most: number) => {
  const error = `Send a whole number from 1 to ${most}`;
  const digits = z.string({ error }).check(z.regex(/^\d{1,9}$/, { error, abort: true }));
  const number = z.number().check(z.gte(1, { error }), z.lte(most, { error }));
  return z._default(z.pipe(digits, z.pipe(z.transform(Number), number)), unset);
};

/** Yes or no in an address. */
const truth = z.pipe(
  z.enum(['true', 'false'], { error: 'Say true or false' }),
  z.transform((value) => value === 'true'),
);

/** Any part of an e-mail address, a user name or a display name; of fewer than three letters or digits in a row, the beginning. */
const search = text('Send the search as text').check(
  z.trim(),
  z.normalize('NFC'),
  z.maxLength(254, { error: 'Use at most 254 characters' }),
  z.refine((value) => !value.includes('\0'), { error: 'A search cannot contain a NUL character' }),
  z.overwrite((value) => emailSpelling(value) ?? value),
);

export const usersQuery = z.object({
  page: wholeNumber(1, USERS_COUNTED),
  per_page: wholeNumber(USERS_PER_PAGE, USERS_PER_PAGE_MAX),
  search: z.optional(search),
  role: z.optional(role),
  is_active: z.optional(truth),
  sort: z._default(userOrder, 'email'),
});
export type UsersQuery = z.infer<typeof usersQuery>;

const someRoles = z.pipe(
  list(role, 'Send a list of roles').check(z.minLength(1, { error: 'Choose at least one role' })),
  z.transform((names) => [...new Set(names)]),
);

export const createUserBody = z.object({
  email,
  roles: z.optional(someRoles),
  password: z.optional(newPassword),
  username: z.optional(username),
  display_name: z.optional(displayName),
});
export type CreateUserBody = z.infer<typeof createUserBody>;

export const changeUserBody = userChanges({
  roles: z.optional(someRoles),
  is_active: z.optional(z.boolean({ error: 'Say true or false' })),
  display_name: z.optional(z.nullable(displayName)),
});
export type ChangeUserBody = z.infer<typeof changeUserBody>;

const success = z.literal('success');

export const userAnswer = z.object({ status: success, data: user });
export type UserAnswer = WithFields<z.infer<typeof userAnswer>>;

export const userCreatedAnswer = z.object({
  status: success,
  message: z.string(),
  data: user,
  generated_password: z
    .optional(z.string())
    .register(z.globalRegistry, { description: 'where none was sent; nobody can see it again' }),
});
export type UserCreatedAnswer = WithFields<z.infer<typeof userCreatedAnswer>>;

/** A user in a list, and when any of their sessions was last used: null where none is stored. */
export const listedUser = z.extend(user, { last_seen: z.nullable(moment) });
export type ListedUser = User & Pick<z.infer<typeof listedUser>, 'last_seen'>;

export const usersAnswer = z.object({
  status: success,
  data: z.array(listedUser),
  pagination: z.object({
    page: z.int(),
    per_page: z.int(),
    total: z.int().register(z.globalRegistry, { description: `at most ${USERS_COUNTED}, which stands for more, too` }),
  }),
});
export type UsersAnswer = Omit<z.infer<typeof usersAnswer>, 'data'> & { data: ListedUser[] };
