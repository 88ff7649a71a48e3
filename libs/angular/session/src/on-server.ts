import { isPlatformServer } from '@angular/common';
import { inject, InjectionToken, PLATFORM_ID } from '@angular/core';

/**
 * True where pages are rendered for somebody else's browser: nobody is signed in there, and what a browser has, such as storage and
 * channels, is shared by everybody who asks for a page, or kept for good.
 */
export const ON_SERVER = new InjectionToken<boolean>('ON_SERVER', {
  factory: () => isPlatformServer(inject(PLATFORM_ID)),
});
