/** What pages are made of: cards, icons, chips, alerts, fields, moments, rows of devices, the button that is busy, the dialog that asks first. Theme in `theme.scss`. */
export * from './address';
export * from './card';
export * from './chip';
export * from './device-name';
export * from './device-row';
export * from './dialog';
export * from './load-state';
export * from './moments';
export * from './password-meter';
export * from './sign-in-parts';
