/** The controllers of signing in: register, log in, status, log out. */
export { AuthModule } from './auth.module';
export { SignedInAnswers } from './signed-in-answers';
