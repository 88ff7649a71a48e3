/** Calls of the API as signals: what is asked for, and what is sent. */
export { Asked, type Question } from './asked';
export { Sending } from './sending';
