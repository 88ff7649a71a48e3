/** What pages are made of: cards, icons, chips, alerts, fields, the button that is busy, the dialog that asks first. Theme in `theme.scss`. */
export * from './card';
export * from './chip';
export * from './dialog';
export * from './icon';
export * from './load-state';
export * from './sign-in-parts';
