/** Passport's name for ours: an application may have a strategy called jwt already. */
export const STRATEGY = 'latchkey';
