import { Component, computed, inject } from '@angular/core';
import { Session } from '@latchkey/angular';
import { Panel } from '@latchkey/angular/ui';
import { timeLeft } from './time-left';

const longDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

/** Who is signed in, as whom, and for how long without a new token. */
@Component({
  selector: 'latchkey-status-page',
  imports: [Panel],
  templateUrl: './status-page.html',
  styleUrl: './status-page.scss',
})
export class StatusPage {
  protected readonly session = inject(Session);
  protected readonly registeredOn = computed(() => longDate.format(new Date(this.session.user()?.registered_on ?? 0)));
  protected readonly timeLeft = timeLeft(this.session.expiresAt);
}
