import { VERSION } from '@latchkey/contract/version';

const OWN: string = '0.0.0-PLACEHOLDER';

/** Throws where the contract that is installed is of another release than this package; in development, where people install. */
export function requireSameRelease(contract = VERSION): void {
  if ((typeof ngDevMode === 'undefined' || ngDevMode) && contract !== OWN)
    throw new Error(
      `@latchkey/angular ${OWN} cannot work with @latchkey/contract ${contract}. Install one release of both: npm install @latchkey/angular@${OWN} @latchkey/contract@${OWN}`,
    );
}
