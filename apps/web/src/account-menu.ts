import { Component, computed, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@latchkey/angular';
import { Permissions } from '@latchkey/angular/permissions';
import { Address, type ColorScheme, ColorSchemeChoice, Icon } from '@latchkey/angular/ui';
import { initialsOf } from './initials';

/** Who is signed in, and behind that what they may open, the theme, and the way out (WAI-ARIA disclosure). */
@Component({
  selector: 'latchkey-account-menu',
  imports: [Address, Icon, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
  host: {
    '(keydown.escape)': 'close()',
    '(focusout)': 'closeWhenLeft($event)',
    '(document:pointerdown)': 'closeWhenOutside($event)',
  },
})
export class AccountMenu {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly permissions = inject(Permissions);
  protected readonly session = inject(Session);
  protected readonly scheme = inject(ColorSchemeChoice);

  protected readonly schemes: readonly { value: ColorScheme; label: string }[] = [
    { value: 'system', label: 'System' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ];
  protected readonly isOpen = signal(false);
  protected readonly name = computed(() => {
    const user = this.session.user();
    return user?.display_name ?? user?.email ?? 'Signed in';
  });
  protected readonly initials = computed(() => initialsOf(this.name()));
  protected readonly seesUsers = computed(() => this.permissions.has('users:read'));

  protected close(): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    this.host.querySelector('button')?.focus();
  }

  protected closeWhenLeft({ relatedTarget }: FocusEvent): void {
    if (relatedTarget && !this.host.contains(relatedTarget as Node)) this.isOpen.set(false);
  }

  protected closeWhenOutside({ target }: Event): void {
    if (!this.host.contains(target as Node)) this.isOpen.set(false);
  }
}
