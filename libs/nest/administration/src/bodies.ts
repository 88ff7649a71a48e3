import { changeUserBody, createUserBody } from '@latchkey/contract';
import { fieldsOfNew, fieldsToChange } from '@latchkey/nest/users';
import * as z from 'zod/mini';

/** What administrators say of a user, the application's own fields among it. */
export const newUserBody = z.lazy(() => z.extend(createUserBody, fieldsOfNew()));
export const userChangesBody = z.lazy(() => z.extend(changeUserBody, fieldsToChange()));
