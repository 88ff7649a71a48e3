import { DISPLAY_NAME_MAX, isSeen, text } from '@latchkey/contract';
import * as z from 'zod/mini';

const NO_UID = 'User ID is missing';
const NO_PASSWORD = 'Password is missing';
const NAME = 'Name is missing, or is less than 2 characters';
const UID = 'User ID is missing, or is less than 2 characters';

export const uidLogin = z.object({
  uid: text(NO_UID).check(z.minLength(1, { error: NO_UID })),
  password: text(NO_PASSWORD).check(z.normalize('NFC'), z.minLength(1, { error: NO_PASSWORD })),
});
export type UidLogin = z.infer<typeof uidLogin>;

const name = text(NAME).check(
  z.trim(),
  z.normalize('NFC'),
  z.minLength(2, { error: NAME }),
  z.maxLength(DISPLAY_NAME_MAX, { error: `Name is more than ${DISPLAY_NAME_MAX} characters` }),
  z.refine(isSeen, { error: 'Name has characters that nobody sees' }),
);
const uid = text(UID).check(z.trim(), z.minLength(2, { error: UID }));
const password = text('Password is not text');

export const newUidAccount = z.object({ name, uid, password: text(NO_PASSWORD) });
export type NewUidAccount = z.infer<typeof newUidAccount>;

/** An empty field is one that its form did not fill in. */
const unlessEmpty = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.union([z.literal(''), schema]));

export const uidChanges = z.object({
  name: unlessEmpty(name),
  uid: unlessEmpty(uid),
  password: unlessEmpty(password),
});
export type UidChanges = z.infer<typeof uidChanges>;

export const whichUid = z.object({ uid: text(NO_UID).check(z.minLength(1, { error: NO_UID })) });
export type WhichUid = z.infer<typeof whichUid>;

/** A user as this family shows one: its fields and no other, whatever was stored besides. */
export const uidUser = z.object({
  id: z.uuid(),
  uid: z.nullable(z.string()),
  name: z.nullable(z.string()),
  email: z.string().register(z.globalRegistry, { description: '? where there is none, or it is not yours to see' }),
  role: z.enum(['User', 'Admin']),
  pfp: z.null(),
  kasm_server_needed: z.boolean(),
  sections: z.array(z.unknown()),
});
export type UidUser = z.infer<typeof uidUser>;

export const listedUser = z.extend(uidUser, { access: z.array(z.enum(['rw', 'ro'])) });
export type ListedUser = z.infer<typeof listedUser>;

/** The later version of the original asks by pages. */
export const userPage = z.object({
  users: z.array(listedUser),
  pagination: z.object({
    page: z.int(),
    per_page: z.int(),
    total: z.int(),
    has_next: z.boolean(),
    has_prev: z.boolean(),
  }),
});
export type UserPage = z.infer<typeof userPage>;

export const uidFailure = z.object({
  message: z.string(),
  data: z.optional(z.null()),
  error: z.optional(z.string()),
});
