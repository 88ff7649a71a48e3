import { DOCUMENT, inject, Service, signal } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';

/** Pages whose files a link could not fetch: a newer site is served by now, or no server is reached. */
@Service()
export class PageFromServer {
  private readonly document = inject(DOCUMENT);
  private readonly address = signal<string | null>(null);

  /** The page that one wanted while no server was reached. */
  readonly unfetched = this.address.asReadonly();

  /** Asks for the page as a whole, where there is a server to ask: the browser's own page about errors has no way back. */
  async fetch(url: string): Promise<void> {
    const isReached = await fetch(url, { method: 'HEAD' }).then(
      () => true,
      () => false,
    );
    this.address.set(isReached ? null : url);
    if (isReached) this.document.location.assign(url);
  }

  /** The page one came to in the end takes the place of the other. */
  forget(): void {
    this.address.set(null);
  }
}

/** What a failed navigation leads to. The first page of all came from the server a moment ago: fetched again it would fail again. */
export function fetchAnew({ url }: NavigationError): void {
  if (inject(Router).navigated) void inject(PageFromServer).fetch(url);
}
