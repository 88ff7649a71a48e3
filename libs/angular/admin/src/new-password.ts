import { type AfterViewInit, Component, DOCUMENT, ElementRef, inject, input, signal } from '@angular/core';
import { type UserCreatedAnswer } from '@latchkey/contract';
import { nameOf } from './user-name';

/** The password that was made for a new user: shown here and never again. */
@Component({
  selector: 'latchkey-new-password',
  template: `<p>Give {{ nameOf(answer().data) }} this password. It is shown only now, and nobody can look it up.</p>
    <div class="password">
      <output aria-label="Password">{{ answer().generated_password }}</output>
      <button class="button outlined" type="button" (click)="copy()">Copy</button>
    </div>
    <p class="heard" role="status">{{ heard() }}</p>`,
  styleUrl: './new-password.scss',
})
export class NewPassword implements AfterViewInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly navigator = inject(DOCUMENT).defaultView?.navigator;

  readonly answer = input.required<UserCreatedAnswer>();

  protected readonly nameOf = nameOf;
  protected readonly heard = signal('');

  ngAfterViewInit(): void {
    this.host.querySelector('button')?.focus();
  }

  /** A browser may refuse; the password can be selected all the same. */
  protected async copy(): Promise<void> {
    try {
      await this.navigator?.clipboard.writeText(this.answer().generated_password ?? '');
      this.heard.set('Copied.');
    } catch {
      this.heard.set('The browser did not let us copy it. Select it and copy it yourself.');
    }
  }
}
