import { computed, Service, signal } from '@angular/core';
import { OtherTabs, type TokenChange } from './other-tabs';
import { storedToken } from './stored-token';

/** The access token of this tab: kept where a reload finds it, and agreed upon with the tabs that share it. */
@Service()
export class AccessToken {
  private readonly otherTabs = new OtherTabs();
  private readonly current = signal(storedToken.read());

  readonly value = this.current.asReadonly();
  readonly isHeld = computed(() => this.current() !== null);

  /** Takes the place of the token before it. What one tab alone is to know the others are not told. */
  replace(token: string, remember?: boolean): void {
    const before = this.current();
    storedToken.write(token, remember);
    this.current.set(token);
    if (!storedToken.isForThisTab()) this.otherTabs.tell({ before, after: token });
  }

  forget(): void {
    const before = this.current();
    if (before === storedToken.read()) storedToken.clear();
    if (before) this.otherTabs.tell({ before, after: null });
    this.current.set(null);
  }

  /** True where another tab has put another token in its place already, which is then this tab's too. */
  adoptStored(): boolean {
    const stored = storedToken.read();
    if (!stored || stored === this.current()) return false;
    this.current.set(stored);
    return true;
  }

  /** Follows a change that another tab made to the token this one holds too. */
  onChange(listener: (change: TokenChange) => void): void {
    this.otherTabs.onChange((change) => {
      if (change.before !== this.current()) return;
      if (change.after) this.current.set(change.after);
      listener(change);
    });
  }
}
