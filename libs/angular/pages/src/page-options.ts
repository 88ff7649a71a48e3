import { type EnvironmentProviders, InjectionToken, makeEnvironmentProviders } from '@angular/core';

/** A way to sign in beside the password: an address to go to, or a function of this site's own. */
export type SignInMethod = { label: string; icon?: string } & ({ href: string } | { start: () => unknown });

/** What a team says of itself on the pages of signing in. What is not said is not shown. */
export interface PageOptions {
  /** The team's or the product's name, in titles, in the header and above the forms. */
  name: string;
  /** The address of a picture to stand above the forms; it has to be on this site, as the pages' policy wants. */
  picture?: string;
  /** The path of the page for who has forgotten the password: a link beside the password's label. */
  forgotPassword?: string;
  /** Passkeys and providers, below the form, in this order. */
  methods: readonly SignInMethod[];
  /** What one agrees to by creating an account, such as terms and a privacy policy. */
  terms: readonly { label: string; href: string }[];
}

const DEFAULTS: PageOptions = { name: 'Latchkey', methods: [], terms: [] };

export const PAGE_OPTIONS = new InjectionToken<PageOptions>('PAGE_OPTIONS', { factory: () => DEFAULTS });

/** For the providers of an app that takes these pages: `providePages({ name: 'Acme', forgotPassword: '/forgot' })`. */
export function providePages(options: Partial<PageOptions>): EnvironmentProviders {
  return makeEnvironmentProviders([{ provide: PAGE_OPTIONS, useValue: { ...DEFAULTS, ...options } }]);
}
