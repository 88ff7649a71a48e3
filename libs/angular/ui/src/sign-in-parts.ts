// What the sign-in pages are made of. Named one by one in a file of their own, so that the bundler keeps them in one chunk.
export { Alert } from './alert';
export { BusyButton } from './busy-button';
export { type ColorScheme, ColorSchemeChoice } from './color-scheme';
export { Icon } from './icon';
export { Lead } from './lead';
export { Panel } from './panel';
export { TextField } from './text-field';
