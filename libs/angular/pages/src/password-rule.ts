import { PASSWORD_MIN, PASSWORD_RECOMMENDED } from '@latchkey/contract';

/** What a new password has to be, said before it is typed. */
export const PASSWORD_RULE = `At least ${PASSWORD_MIN} characters; ${PASSWORD_RECOMMENDED} or more are safest`;
