import { APP_BASE_HREF } from '@angular/common';
import { type ApplicationConfig } from '@angular/core';
import { provideRouter, TitleStrategy, withNavigationErrorHandler, withPreloading } from '@angular/router';
import { provideLatchkey } from '@latchkey/angular';
import { routes } from './app.routes';
import { loadAnew } from './load-anew';
import { PageTitle } from './page-title';
import { PreloadSignedIn } from './preload-signed-in';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes, withNavigationErrorHandler(loadAnew), withPreloading(PreloadSignedIn)),
    provideLatchkey(),
    // In place of <base href>, which the Content-Security-Policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
