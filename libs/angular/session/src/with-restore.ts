import { inject, provideAppInitializer } from '@angular/core';
import { type LatchkeyFeature } from './feature';
import { Session } from './session';

/** Asks at the start who is signed in, so that pages without a guard know it too after a reload. Nothing waits for the answer. */
export function withRestore(): LatchkeyFeature {
  return { name: 'withRestore', providers: [provideAppInitializer(() => void inject(Session).ready())] };
}
