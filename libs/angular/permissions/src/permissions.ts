import { inject, Service } from '@angular/core';
import { isAllowed, type Permission } from '@latchkey/contract/permissions';
import { Session } from '@latchkey/angular';

/** What who is signed in may do, as far as this browser knows: it hides what would be refused, the server decides. */
@Service()
export class Permissions {
  private readonly session = inject(Session);

  /** Follows the session where it is read in a template, a computed or an effect. */
  has(wanted: Permission): boolean {
    return isAllowed(this.session.user()?.roles ?? [], wanted);
  }
}
