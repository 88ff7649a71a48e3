import { inject, Service } from '@angular/core';
import { AccessToken } from './access-token';
import { AuthApi } from './auth-api';
import { entryOf, isReplaced, standIn } from './carried-token';
import { type Problem, problemOf } from './problem';

/** How an exchange went: so many seconds for the new token, another tab's token, somebody else's, a failure, or no need of one. */
export type Exchanged = number | 'adopted' | 'replaced' | Problem | null;

/** Exchanges the refresh cookie for an access token. */
@Service()
export class TokenExchange {
  private readonly api = inject(AuthApi);
  private readonly accessToken = inject(AccessToken);

  /**
   * A token that was replaced in the wait needs none; an answer that comes after somebody else signed in, or out, is dropped. The
   * browser has one refresh cookie: of whoever signed in last, with whose token a page of `isShown` somebody would act as another
   * than it shows. Without a token before, since the storage was emptied, the new one is for this tab alone: it outlives no cookie.
   */
  async run(before: string | null, isShown: boolean): Promise<Exchanged> {
    if (before !== this.accessToken.value()) return null;
    const isOthers = (after: string | null) => isShown && isReplaced(before, after);
    const stored = this.accessToken.stored();
    if (isOthers(stored)) return 'replaced';
    if (stored) {
      this.accessToken.adopt(stored);
      return 'adopted';
    }
    try {
      const { auth_token, expires_in } = await this.api.refresh();
      const after = auth_token ?? standIn(before ? entryOf(before) : await this.ownerOfCookie());
      if (before !== this.accessToken.value()) return null;
      if (isOthers(after)) return 'replaced';
      this.accessToken.replace(after, before ? undefined : false);
      return expires_in;
    } catch (error) {
      return problemOf(error);
    }
  }

  private async ownerOfCookie(): Promise<string> {
    return (await this.api.status({ withCredentials: true })).user_id;
  }
}
