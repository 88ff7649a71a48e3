import { Component, inject } from '@angular/core';
import { PAGE_OPTIONS, type SignInMethod } from './page-options';

/** Passkeys and providers, as buttons below a divider; nothing where the site has none. */
@Component({
  selector: 'latchkey-sign-in-methods',
  template: `@if (methods.length > 0) {
    <p class="divider"><span>or</span></p>
    @for (method of methods; track method.label) {
      @if (hrefOf(method); as href) {
        <a class="button outlined" [href]="href">
          @if (method.icon) {
            <img [src]="method.icon" alt="" />
          }
          {{ method.label }}</a
        >
      } @else {
        <button class="button outlined" type="button" (click)="start(method)">
          @if (method.icon) {
            <img [src]="method.icon" alt="" />
          }
          {{ method.label }}
        </button>
      }
    }
  }`,
  styleUrl: './sign-in-methods.scss',
})
export class SignInMethods {
  protected readonly methods = inject(PAGE_OPTIONS).methods;

  protected hrefOf(method: SignInMethod): string | null {
    return 'href' in method ? method.href : null;
  }

  protected start(method: SignInMethod): void {
    if ('start' in method) method.start();
  }
}
