/** Loaded only by commands that do something: --help answers without it. */
export { loadSettingsFile } from '@latchkey/server/environment';
