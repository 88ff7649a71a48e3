import { Component, computed, DOCUMENT, effect, inject } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Session } from '@latchkey/angular';
import { PageFromServer } from './page-from-server';

/** The shell: product name, who is signed in, the ways in and out, and the page. */
@Component({
  selector: 'latchkey-root',
  imports: [RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './app.html',
  styleUrl: './app.scss',
})
export class App {
  protected readonly session = inject(Session);
  protected readonly page = inject(PageFromServer);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  protected readonly isLoading = computed(() => this.router.currentNavigation() !== null);

  constructor() {
    void this.session.ready();
    effect(() => {
      if (this.router.lastSuccessfulNavigation()) this.page.forget();
    });
    effect(() => {
      if (this.router.lastSuccessfulNavigation()?.previousNavigation) setTimeout(() => this.focus('h1'));
    });
  }

  /** Readers hear the heading of a page they arrive at, and the Tab key goes on from there. */
  protected focus(selector: 'h1' | 'main'): void {
    this.document.querySelector<HTMLElement>(selector)?.focus();
  }
}
