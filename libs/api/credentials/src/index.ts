/** The rule of coming in: register, check a password, open a session. */
export { Credentials, type Entry } from './credentials.service';
export { CredentialsModule } from './credentials.module';
