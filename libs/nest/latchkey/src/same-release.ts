import { VERSION } from '@latchkey/contract/version';

const OWN: string = '0.0.0-PLACEHOLDER';

/** Throws where the contract that is installed is of another release than this package. */
export function requireSameRelease(contract = VERSION): void {
  if (contract !== OWN)
    throw new Error(
      `@latchkey/nest ${OWN} cannot work with @latchkey/contract ${contract}. Install one release of both: npm install @latchkey/nest@${OWN} @latchkey/contract@${OWN}`,
    );
}
