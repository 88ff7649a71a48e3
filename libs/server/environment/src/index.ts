/** The process environment, read and checked once, and the secrets that development makes for itself. */
export { calledFrom } from './called-from';
export { Environment, type Pepper, readEnvironment } from './environment';
export { EnvironmentModule } from './environment.module';
export { latchkeyOptions, passwordOptions } from './latchkey-options';
export { InvalidEnvironment } from './invalid-environment';
export { type Dialect } from './schema';
export { loadSettingsFile } from './settings-file';
export { keysFile } from './signing-keys';
