/** For tests of an app that takes this library: somebody is signed in, or nobody, without a server. */
export { provideLatchkeyTesting, type SignedInForTests } from './provide-latchkey-testing';
