/** Why one was signed out, as the login page tells it. */
export const ENDED = 'Your session has ended. Please log in again.';
export const REVOKED = 'You were signed out, here or on another device. Please log in again.';
export const REPLACED = 'Somebody else has logged in on this browser. Please log in again.';
export const UNTOLD =
  'You are signed out here, but the server could not be told. Log in later and end that session under Devices.';
