import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { type LatchkeyFeature, refuse } from './feature';
import { latchkeyInterceptor } from './latchkey-interceptor';
import { requireSameRelease } from './same-release';

/**
 * HttpClient with the interceptor that a Session needs, and what the features say: for the providers of an app, or of its
 * module. Throws what is wrong with a feature, and its mend.
 */
export function provideLatchkey(...features: LatchkeyFeature[]): EnvironmentProviders {
  requireSameRelease();
  checkFeatures(features);
  return makeEnvironmentProviders([
    provideHttpClient(withInterceptors([latchkeyInterceptor])),
    features.map(({ providers }) => providers),
  ]);
}

function checkFeatures(features: LatchkeyFeature[]): void {
  const names = features.map((feature) => feature?.name);
  for (const name of names) {
    if (!name)
      refuse(
        'provideLatchkey',
        "takes features, such as provideLatchkey(withApi({ origin: 'https://api.example.com' })).",
      );
    if (names.indexOf(name) !== names.lastIndexOf(name))
      refuse(name, 'stands twice in provideLatchkey(); write it once.');
  }
}
