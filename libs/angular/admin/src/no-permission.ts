import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Panel } from '@latchkey/angular/ui';

@Component({
  selector: 'latchkey-no-permission',
  imports: [Panel, RouterLink],
  template: `<latchkey-panel heading="You may not see this page">
    <p>It needs a permission that your account does not have. An administrator can give it to you.</p>
    <a class="button filled" routerLink="/status">Go to your session</a>
  </latchkey-panel>`,
})
export class NoPermission {}
