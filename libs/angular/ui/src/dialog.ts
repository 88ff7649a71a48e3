import { type AfterViewInit, Component, ElementRef, inject, input } from '@angular/core';
import { Alert } from './alert';
import { BusyButton } from './busy-button';

let dialogs = 0;

/**
 * Asks before something is done: a native modal dialog, open while it is in the page. What stands between its tags lies in a form,
 * whose `submit` is the yes. `close` says that it is closed, however that came, and that the focus is back where it was.
 */
@Component({
  selector: 'dialog[latchkeyDialog]',
  exportAs: 'latchkeyDialog',
  imports: [Alert, BusyButton],
  templateUrl: './dialog.html',
  styleUrl: './dialog.scss',
  host: { '[attr.aria-labelledby]': 'id', '(cancel)': 'hold($event)' },
})
export class Dialog implements AfterViewInit {
  readonly heading = input.required<string>();
  /** The confirming button's words: the act itself, such as "Delete my account". */
  readonly action = input.required<string>();
  /** True where the act can't be undone. */
  readonly isDangerous = input(false);
  /** False where there is nothing left to cancel. */
  readonly isCancellable = input(true);
  /** While the act is under way: no second press, and one stays to see how it ends. */
  readonly busy = input(false);
  /** What readers hear meanwhile. */
  readonly working = input('Please wait');
  /** Why the act failed. */
  readonly problem = input<string | null | undefined>();

  protected readonly id = `dialog-${(dialogs += 1)}`;
  private readonly dialog = inject<ElementRef<HTMLDialogElement>>(ElementRef).nativeElement;

  ngAfterViewInit(): void {
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  protected cancel(): void {
    if (!this.busy()) this.close();
  }

  /** The Escape key. */
  protected hold(event: Event): void {
    if (this.busy() || !this.isCancellable()) event.preventDefault();
  }
}
