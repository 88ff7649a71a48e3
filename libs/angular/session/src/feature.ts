import { type EnvironmentProviders, type Provider } from '@angular/core';

/** What one of the `with…` functions gives `provideLatchkey`. */
export interface LatchkeyFeature {
  readonly name: string;
  readonly providers: (Provider | EnvironmentProviders)[];
}

/** Throws what is wrong with a feature, and what to write instead. */
export function refuse(feature: string, problem: string): never {
  throw new Error(`${feature}: ${problem}`);
}
