import * as z from 'zod/mini';
import { currentPassword, newPassword } from './password';

export const changePasswordBody = z.object({ current_password: currentPassword, new_password: newPassword });
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;

/** The password once more, before what can't be undone. */
export const confirmBody = z.object({ current_password: currentPassword });
export type ConfirmBody = z.infer<typeof confirmBody>;
