import { Component, input } from '@angular/core';

/** The main button of a form: keeps its width and says so while it works, and takes no second press. Of class `wide` it fills the form. */
@Component({
  selector: 'latchkey-busy-button',
  template: `<button class="button filled" type="submit" [attr.aria-disabled]="busy()" (click)="hold($event)">
    <span [class.hidden]="busy()"><ng-content /></span>
    @if (busy()) {
      <span class="dots" role="status" [attr.aria-label]="working()"><i></i><i></i><i></i></span>
    }
  </button>`,
  styleUrl: './busy-button.scss',
})
export class BusyButton {
  readonly busy = input.required<boolean>();
  /** What readers hear while it works. */
  readonly working = input('Please wait');

  protected hold(event: Event): void {
    if (this.busy()) event.preventDefault();
  }
}
