import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@latchkey/angular';
import { Address, Chip, Panel } from '@latchkey/angular/ui';
import { timeLeft } from './time-left';

const longDate = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

/** Who is signed in, as whom, and for how long without a new token: an example to begin one's own pages with. */
@Component({
  selector: 'latchkey-status-page',
  imports: [Address, Chip, Panel, RouterLink],
  templateUrl: './status-page.html',
  styleUrl: './status-page.scss',
})
export class StatusPage {
  protected readonly session = inject(Session);
  protected readonly registeredOn = computed(() => longDate.format(new Date(this.session.user()?.registered_on ?? 0)));
  protected readonly timeLeft = timeLeft(this.session.expiresAt);

  protected readonly code = `session = inject(Session);
session.user()?.roles
session.expiresAt()`;
}
