/** `ng add @latchkey/angular`, and `nx g @latchkey/angular:init`: provides Latchkey in an application that is there. */
export { ngAdd } from './ng-add';
