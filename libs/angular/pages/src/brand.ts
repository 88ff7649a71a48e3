import { Component, inject } from '@angular/core';
import { PAGE_OPTIONS } from './page-options';

/** The team's picture above a form, where there is one. */
@Component({
  selector: 'latchkey-brand',
  template: `@if (options.picture; as picture) {
    <img [src]="picture" [alt]="options.name" />
  }`,
  styles: `
    img {
      display: block;
      max-width: 100%;
      height: 48px;
      margin: 0 auto 24px;
      object-fit: contain;
    }
  `,
})
export class Brand {
  protected readonly options = inject(PAGE_OPTIONS);
}
