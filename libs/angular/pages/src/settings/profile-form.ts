import { displayName, type ProfileBody, type User, username } from '@latchkey/contract';
import * as z from 'zod/mini';

/** What stands in the fields; a name that is not there is a blank. */
export interface ProfileFields {
  display_name: string;
  username: string;
}

const blankOr = (schema: z.ZodMiniType) =>
  z.string().check((context) => {
    if (isBlank(context.value)) return;
    const [issue] = z.safeParse(schema, context.value).error?.issues ?? [];
    if (issue) context.issues.push({ code: 'custom', message: issue.message, input: context.value });
  });

/** As the server checks a profile, but that a blank is fine. */
export const profileFields = z.object({ display_name: blankOr(displayName), username: blankOr(username) });

/** What is stored, for the fields. */
export const fieldsOf = ({ display_name, username }: User): ProfileFields => ({
  display_name: display_name ?? '',
  username: username ?? '',
});

/** What the fields say, for the server: a blank is none. */
export const bodyOf = (fields: ProfileFields): ProfileBody => ({
  display_name: isBlank(fields.display_name) ? null : fields.display_name,
  username: isBlank(fields.username) ? null : fields.username,
});

const isBlank = (value: string): boolean => value.trim() === '';
