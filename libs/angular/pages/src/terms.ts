import { Component, inject } from '@angular/core';
import { PAGE_OPTIONS } from './page-options';

/** What one agrees to by creating an account; nothing where the site names nothing. */
@Component({
  selector: 'latchkey-terms',
  template: `@if (terms.length > 0) {
    <p>
      By creating an account you agree to:
      @for (term of terms; track term.href) {
        <a [href]="term.href">{{ term.label }}</a>{{ $last ? '.' : ', ' }}
      }
    </p>
  }`,
  styles: `
    p {
      margin: 16px 0 0;
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class Terms {
  protected readonly terms = inject(PAGE_OPTIONS).terms;
}
