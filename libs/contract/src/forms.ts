// The bodies that the site's forms check, and what those are made of. Named one by one in a file of their own: the bundler then
// keeps them in one chunk, and leaves what `export *` passes on to the pages that use it.
export { type ChangePasswordBody, changePasswordBody, type ConfirmBody, confirmBody } from './account';
export {
  type LoginBody,
  loginBody,
  type RefreshBody,
  refreshBody,
  type RegisterBody,
  registerBody,
} from './credentials';
export { email, emailToLookUp } from './email';
export { EMAIL_MAX, emailSpelling } from './email-spelling';
export { currentPassword, newPassword, PASSWORD_MAX, PASSWORD_MIN, PASSWORD_RECOMMENDED } from './password';
export { DISPLAY_NAME_MAX, displayName, username, USERNAME_MAX, USERNAME_MIN } from './profile';
