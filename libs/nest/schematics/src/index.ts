/** `nest add @latchkey/nest`, and `nx g @latchkey/nest:init`: puts LatchkeyModule into an application that is there. */
export { nestAdd } from './nest-add';
