import { effect, inject, Service } from '@angular/core';
import { type PreloadingStrategy, type Route } from '@angular/router';
import { Session } from '@latchkey/angular';
import { catchError, EMPTY, from, type Observable, switchMap } from 'rxjs';

/** Fetches the other pages once somebody is signed in: a sign-in page itself loads only what it needs. One that fails has its next chance after a navigation. */
@Service()
export class PreloadSignedIn implements PreloadingStrategy {
  private readonly session = inject(Session);
  private readonly signedIn = new Promise<void>((resolve) => {
    effect(() => this.session.user() && resolve());
  });

  preload(_: Route, load: () => Observable<unknown>): Observable<unknown> {
    return from(this.signedIn).pipe(
      switchMap(load),
      catchError(() => EMPTY),
    );
  }
}
