import { provideHttpClient } from '@angular/common/http';
import { type EnvironmentProviders, makeEnvironmentProviders, type Provider } from '@angular/core';
import { Session } from '@latchkey/angular';
import { Permissions } from '@latchkey/angular/permissions';
import { type Status } from '@latchkey/contract';
import { type Permission } from '@latchkey/contract/permissions';
import { TestSession, TEST_USER } from './test-session';

/** Who is signed in while a test runs. */
export interface SignedInForTests {
  /** What differs from ada@example.com, who has the role `user`; null where nobody is signed in. */
  user?: Partial<Status> | null;
  /** What one may do; default: what the user's roles allow. */
  permissions?: readonly Permission[];
}

/**
 * In place of `provideLatchkey`, in a TestBed: the guards, the directive and `Session` work, and nothing is sent or stored. Throws in
 * a production build.
 */
export function provideLatchkeyTesting({ user = {}, permissions }: SignedInForTests = {}): EnvironmentProviders {
  if (typeof ngDevMode !== 'undefined' && !ngDevMode)
    throw new Error('provideLatchkeyTesting: is for tests alone; an app takes provideLatchkey().');
  const allowed = { has: (wanted: Permission) => !!permissions?.includes(wanted) };
  const own: Provider[] = permissions ? [{ provide: Permissions, useValue: allowed }] : [];
  return makeEnvironmentProviders([
    provideHttpClient(),
    { provide: TEST_USER, useValue: user },
    { provide: Session, useClass: TestSession },
    ...own,
  ]);
}
