import { inject, Service } from '@angular/core';
import { attempt } from './attempt';
import { AuthApi } from './auth-api';
import { isPassing, problemOf } from './problem';

const KEY = 'latchkey-signed-out';

/**
 * Sign-outs that the server is to be told of. One that it has not heard is told again with the next page that is opened: the
 * refresh cookie is still there, and would sign in again who left.
 */
@Service()
export class SignOuts {
  private readonly api = inject(AuthApi);

  isToTell = (): boolean => !!attempt(() => localStorage.getItem(KEY));

  begin(): void {
    attempt(() => localStorage.setItem(KEY, '1'));
  }

  forget(): void {
    attempt(() => localStorage.removeItem(KEY));
  }

  /** False where the server can't be told now. */
  async tell(token: string | null): Promise<boolean> {
    const refused = await this.api.logout(token).then(() => null, problemOf);
    if (refused && isPassing(refused)) return false;
    this.forget();
    return true;
  }
}
