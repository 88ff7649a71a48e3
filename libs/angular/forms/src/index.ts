/** Forms that check with the contract's schemas. A door of its own, since signal forms and schemas are no part of a first load. */
export { type CheckedForm, checkedForm } from './checked-form';
export { Register } from './register';
export { SignIn } from './sign-in';
