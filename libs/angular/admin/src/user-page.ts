import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type User, type UserAnswer } from '@latchkey/contract';
import { Api, loadErrorOf, problemOf } from '@latchkey/angular';
import { Address, Alert, Card, Chip, Icon, LoadState, longDate } from '@latchkey/angular/ui';
import { map } from 'rxjs';
import { OfferedActions } from './offered-actions';
import { OpenDialog } from './open-dialog';
import { type UserChange, UserDialogs } from './user-dialogs';
import { nameOf } from './user-name';
import { UserSessions } from './user-sessions';

/** One user: who they are, what they may do, where they are signed in, and what one may do with them. */
@Component({
  selector: 'latchkey-user-page',
  imports: [Address, Alert, Card, Chip, Icon, LoadState, OpenDialog, RouterLink, UserSessions],
  providers: [OfferedActions, UserDialogs],
  templateUrl: './user-page.html',
  styleUrl: './user-page.scss',
})
export class UserPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly dialogs = inject(UserDialogs);
  protected readonly offered = inject(OfferedActions);

  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((address) => address.get('id') ?? '')), {
    requireSync: true,
  });
  protected readonly answer = httpResource<UserAnswer>(() => this.api.url(`/users/${encodeURIComponent(this.id())}`));
  protected readonly user = computed(() => (this.answer.hasValue() ? this.answer.value().data : undefined));
  protected readonly isMissing = computed(() => problemOf(this.answer.error()).code === 'not_found');
  protected readonly isSelf = computed(() => {
    const user = this.user();
    return user !== undefined && this.offered.isSelf(user);
  });
  protected readonly heading = computed(() => {
    const user = this.user();
    return user ? nameOf(user) : 'User';
  });
  /** Of these, ending sessions stands beside the sessions. */
  protected readonly actions = computed(() => {
    const user = this.user();
    const actions = user ? this.offered.of(user).filter(({ permission }) => permission !== 'sessions:end') : [];
    return { state: actions.find(({ removes }) => !removes), remove: actions.find(({ removes }) => removes) };
  });
  protected readonly loadErrorOf = loadErrorOf;
  protected readonly longDate = ({ registered_on }: User): string => longDate(registered_on);

  constructor() {
    this.dialogs.changes.pipe(takeUntilDestroyed()).subscribe((change) => this.follow(change));
  }

  /** Of somebody who is gone the list tells. */
  private follow({ notice, isUserGone }: UserChange): void {
    if (isUserGone) void this.router.navigateByUrl('/admin/users', { info: { notice }, replaceUrl: true });
    else this.answer.reload();
  }
}
