import { DOCUMENT, inject, Service, signal } from '@angular/core';

export type ColorScheme = 'system' | 'light' | 'dark';

const KEY = 'latchkey-theme';

/** Light or dark, as somebody has chosen for this browser, else as the system has it. The theme goes by `data-theme` of `<html>`. */
@Service()
export class ColorSchemeChoice {
  private readonly page = inject(DOCUMENT).documentElement;
  private readonly current = signal(stored());

  readonly value = this.current.asReadonly();

  constructor() {
    this.apply();
  }

  choose(scheme: ColorScheme): void {
    this.current.set(scheme);
    this.apply();
    try {
      if (scheme === 'system') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, scheme);
    } catch {
      // A browser that forbids storage forgets the choice.
    }
  }

  private apply(): void {
    if (this.current() === 'system') delete this.page.dataset['theme'];
    else this.page.dataset['theme'] = this.current();
  }
}

function stored(): ColorScheme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
