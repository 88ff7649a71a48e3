import { httpResource } from '@angular/common/http';
import { Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Device, type DevicesAnswer, type User } from '@latchkey/contract';
import { Api, loadErrorOf, problemOf } from '@latchkey/angular';
import { Permissions } from '@latchkey/angular/permissions';
import { Alert, Card, deviceName, DeviceRow, deviceSeen, LoadState } from '@latchkey/angular/ui';
import { OfferedActions } from './offered-actions';
import { UserDialogs } from './user-dialogs';
import { UsersApi } from './users-api';

/** Where a user is signed in, and the ways to end that: one at a time, or all. */
@Component({
  selector: 'latchkey-user-sessions',
  imports: [Alert, Card, DeviceRow, LoadState],
  templateUrl: './user-sessions.html',
  styleUrl: './user-sessions.scss',
})
export class UserSessions {
  private readonly api = inject(Api);
  private readonly users = inject(UsersApi);
  private readonly offered = inject(OfferedActions);
  private readonly permissions = inject(Permissions);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly dialogs = inject(UserDialogs);

  readonly user = input.required<User>();

  private readonly id = computed(() => this.user().user_id);
  protected readonly answer = httpResource<DevicesAnswer>(() => this.api.url(`/users/${this.id()}/sessions`));
  protected readonly sessions = computed(() => (this.answer.hasValue() ? this.answer.value().data : undefined));
  protected readonly mayEnd = computed(() => this.permissions.has('sessions:end'));
  protected readonly endAll = computed(() =>
    this.offered.of(this.user()).find(({ permission }) => permission === 'sessions:end'),
  );
  protected readonly nameOf = deviceName;
  protected readonly seen = deviceSeen;
  protected readonly loadErrorOf = loadErrorOf;

  /** The session whose end is under way. */
  protected readonly ending = signal<string | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly done = signal<string | null>(null);

  constructor() {
    this.dialogs.changes.pipe(takeUntilDestroyed()).subscribe(({ isUserGone }) => {
      if (!isUserGone) this.answer.reload();
    });
  }

  /** One at a time. The button that was pressed goes with its session, so that the heading takes the focus. */
  protected async end(session: Device): Promise<void> {
    if (this.ending()) return;
    this.ending.set(session.session_id);
    this.problem.set(null);
    this.done.set(null);
    try {
      await this.users.endSession(this.id(), session.session_id).catch(unlessItHasEnded);
      this.answer.update((answer) => answer && { ...answer, data: answer.data.filter(isNot(session)) });
      this.done.set(`${deviceName(session)} is signed out.`);
      this.element.nativeElement.querySelector('h2')?.focus();
    } catch (error) {
      this.problem.set(problemOf(error).message);
    } finally {
      this.ending.set(null);
    }
  }
}

const isNot = (ended: Device) => (session: Device) => session.session_id !== ended.session_id;

/** What ended meanwhile is what was wanted. */
function unlessItHasEnded(error: unknown): void {
  if (problemOf(error).code !== 'not_found') throw error;
}
