/** The rule of coming in: register, check a password, open a session; and what people do with their own account. */
export { Account } from './account.service';
export { Credentials, type Entry } from './credentials.service';
export { CredentialsModule } from './credentials.module';
export { AccountDisabled, WrongCredentials } from './failures';
