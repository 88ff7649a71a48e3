/** What pages are made of: the card, alerts, fields, the button that is busy. Theme in `theme.scss`. */
export { Alert } from './alert';
export { BusyButton } from './busy-button';
export { Panel } from './panel';
export { TextField } from './text-field';
