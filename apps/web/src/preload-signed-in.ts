import { effect, inject, Service } from '@angular/core';
import { type PreloadingStrategy, type Route } from '@angular/router';
import { Session } from '@latchkey/web/session';
import { Observable, switchMap } from 'rxjs';

/** Fetches the other pages once somebody is signed in: a sign-in page itself loads only what it needs. */
@Service()
export class PreloadSignedIn implements PreloadingStrategy {
  private readonly session = inject(Session);
  private readonly signedIn = new Promise<void>((resolve) => {
    effect(() => this.session.user() && resolve());
  });

  preload(_: Route, load: () => Observable<unknown>): Observable<unknown> {
    return new Observable<void>((subscriber) => void this.signedIn.then(() => subscriber.next())).pipe(switchMap(load));
  }
}
