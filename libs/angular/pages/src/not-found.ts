import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Panel } from '@latchkey/angular/ui';

@Component({
  selector: 'latchkey-not-found',
  imports: [Panel, RouterLink],
  template: `<latchkey-panel heading="Page not found">
    <p>There is nothing at this address. It may be mistyped, or the page has moved.</p>
    <a class="button filled" routerLink="/">Go to the start</a>
  </latchkey-panel>`,
})
export class NotFound {}
