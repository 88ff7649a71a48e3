import { computed, Service, signal } from '@angular/core';
import { isReplaced, isStandIn } from './carried-token';
import { OtherTabs, type TokenChange } from './other-tabs';
import { storedToken } from './stored-token';

/** The access token of this tab: kept where a reload finds it, and agreed upon with the tabs that share it. */
@Service()
export class AccessToken {
  private readonly otherTabs = new OtherTabs();
  private readonly current = signal(storedToken.read());

  readonly value = this.current.asReadonly();
  readonly isHeld = computed(() => this.current() !== null);

  /** Takes the place of the token before it. What one tab alone is to know the others are not told; cookies all tabs share. */
  replace(token: string, remember?: boolean): void {
    const before = this.current();
    storedToken.write(token, remember);
    this.current.set(token);
    if (isStandIn(token) || !storedToken.isForThisTab()) this.otherTabs.tell({ before, after: token });
  }

  forget(): void {
    const before = this.current();
    if (!before) return;
    if (before === storedToken.read()) storedToken.clear();
    this.otherTabs.tell({ before, after: null });
    this.current.set(null);
  }

  /** True where another tab has put another token in its place already, which is then this tab's too. */
  adoptStored(): boolean {
    const stored = storedToken.read();
    if (!stored || stored === this.current()) return false;
    this.current.set(stored);
    return true;
  }

  /**
   * Follows a change that another tab made to the token this one holds too; one that was adopted from the storage already is not
   * news. The cookies of another sign-in take the place of whatever was held. What all tabs share of the storage is the other
   * tab's to change: seen late from here, it would be taken from under a sign-in that came since.
   */
  onChange(listener: (change: TokenChange) => void): void {
    this.otherTabs.onChange((change) => {
      const before = this.current();
      if (change.after && change.after === before) return;
      if (change.before === before) {
        this.follow(change, listener);
      } else if (before && change.after && isReplaced(before, change.after)) {
        this.follow({ before, after: null }, listener);
      }
    });
  }

  private follow(change: TokenChange, listener: (change: TokenChange) => void): void {
    if (!change.after) storedToken.clearForThisTab();
    this.current.set(change.after);
    listener(change);
  }
}
