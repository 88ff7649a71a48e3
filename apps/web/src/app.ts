import { Component, computed, DOCUMENT, effect, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Session } from '@latchkey/angular';
import { PAGE_OPTIONS } from '@latchkey/angular/pages';
import { ColorSchemeChoice } from '@latchkey/angular/ui';
import { AccountMenu } from './account-menu';
import { PageFromServer } from './page-from-server';

/** The shell: product name, who is signed in, the ways in and out, and the page. */
@Component({
  selector: 'latchkey-root',
  imports: [AccountMenu, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  protected readonly session = inject(Session);
  protected readonly page = inject(PageFromServer);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly siteName = inject(PAGE_OPTIONS).name;
  protected readonly isLoading = computed(() => this.router.currentNavigation() !== null);

  constructor() {
    inject(ColorSchemeChoice);
    effect(() => {
      const navigation = this.router.lastSuccessfulNavigation();
      if (!navigation) return;
      this.page.forget();
      setTimeout(() => this.arrive(navigation.previousNavigation !== null));
    });
  }

  /** The cursor is in the first field of a form; readers hear the heading of any other page, and the Tab key goes on from there. */
  private arrive(isFromAnotherPage: boolean): void {
    const field = this.document.querySelector<HTMLElement>('main [data-first]');
    if (field) field.focus();
    else if (isFromAnotherPage) this.focus('h1');
  }

  protected focus(selector: 'h1' | 'main'): void {
    this.document.querySelector<HTMLElement>(selector)?.focus();
  }
}
