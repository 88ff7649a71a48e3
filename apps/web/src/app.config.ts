import { APP_BASE_HREF } from '@angular/common';
import { type ApplicationConfig } from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  UrlSerializer,
  withNavigationErrorHandler,
  withPreloading,
} from '@angular/router';
import { provideLatchkey, withPages, withRestore } from '@latchkey/angular';
import { routes } from './app.routes';
import { fetchAnew } from './page-from-server';
import { PageTitle } from './page-title';
import { PlainUrls } from './plain-urls';
import { PreloadSignedIn } from './preload-signed-in';

export const appConfig: ApplicationConfig = {
  providers: [
    provideRouter(routes, withNavigationErrorHandler(fetchAnew), withPreloading(PreloadSignedIn)),
    provideLatchkey(withPages({ login: '/login', home: '/status' }), withRestore()),
    // In place of <base href>, which the Content-Security-Policy forbids.
    { provide: APP_BASE_HREF, useValue: '/' },
    { provide: UrlSerializer, useClass: PlainUrls },
    { provide: TitleStrategy, useExisting: PageTitle },
  ],
};
