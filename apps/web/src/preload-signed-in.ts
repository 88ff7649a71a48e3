import { inject, Service } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { type PreloadingStrategy, type Route } from '@angular/router';
import { Session } from '@latchkey/web/session';
import { filter, type Observable, switchMap, take } from 'rxjs';

/** Fetches the other pages once somebody is signed in: a sign-in page itself loads only what it needs. */
@Service()
export class PreloadSignedIn implements PreloadingStrategy {
  private readonly signedIn = toObservable(inject(Session).user).pipe(filter(Boolean), take(1));

  preload(_: Route, load: () => Observable<unknown>): Observable<unknown> {
    return this.signedIn.pipe(switchMap(load));
  }
}
