import { computed, inject, Service, signal } from '@angular/core';
import { isReplaced, isStandIn } from './carried-token';
import { ON_SERVER } from './on-server';
import { OtherTabs, type TokenChange } from './other-tabs';
import { TOKEN_STORAGE } from './token-storage';

/** The access token of this tab: kept where a reload finds it, and agreed upon with the tabs that share it. */
@Service()
export class AccessToken {
  private readonly isOnServer = inject(ON_SERVER);
  private readonly storage = inject(TOKEN_STORAGE);
  private readonly otherTabs = this.isOnServer ? undefined : new OtherTabs();
  private readonly current = signal(this.isOnServer ? null : this.storage.read());
  /** Kept here too: the storage may be emptied under an open page. */
  private isForThisTab = !this.isOnServer && this.storage.isForThisTab();

  readonly value = this.current.asReadonly();
  readonly isHeld = computed(() => this.current() !== null);

  /**
   * Takes the place of the token before it, and where it lay unless `remember` says where. What one tab alone is to know the others
   * are not told; cookies all tabs share.
   */
  replace(token: string, remember = !this.isForThisTab): void {
    const before = this.current();
    this.isForThisTab = !(remember && this.storage.isShared);
    this.storage.write(token, !this.isForThisTab);
    this.current.set(token);
    if (isStandIn(token) || !this.isForThisTab) this.otherTabs?.tell({ before, after: token });
  }

  forget(): void {
    const before = this.current();
    if (!before) return;
    if (before === this.storage.read()) this.storage.clear(this.isForThisTab || this.storage.isForThisTab());
    this.otherTabs?.tell({ before, after: null });
    this.current.set(null);
  }

  /** The token that another tab has put in its place already; null where none has. */
  stored(): string | null {
    const stored = this.storage.read();
    return stored === this.current() ? null : stored;
  }

  /** Takes over what another tab has stored. */
  adopt(stored: string): void {
    this.isForThisTab = this.storage.isForThisTab();
    this.current.set(stored);
  }

  /**
   * Follows a change that another tab made to the token this one holds too; one that was adopted from the storage already is not
   * news. Somebody else's token is never taken over: with it this tab would act as another than it shows. The cookies of another
   * sign-in take the place of whatever was held. What all tabs share of the storage is the other tab's to change: seen late
   * from here, it would be taken from under a sign-in that came since.
   */
  onChange(listener: (change: TokenChange) => void): void {
    this.otherTabs?.onChange((change) => {
      const before = this.current();
      if (change.after && change.after === before) return;
      const isOthers = isReplaced(before, change.after);
      if (change.before === before || (isOthers && isStandIn(before)))
        this.follow(isOthers ? { before, after: null } : change, listener);
    });
  }

  private follow(change: TokenChange, listener: (change: TokenChange) => void): void {
    if (!change.after) this.storage.clear(true);
    this.isForThisTab = !this.storage.isShared;
    this.current.set(change.after);
    listener(change);
  }
}
