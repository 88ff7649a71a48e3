import { Injectable, Logger } from '@nestjs/common';
import { type EndedSession, Hooks, type UserNow, userNow } from './hooks';
import { type User } from './user.entity';

/** Tells the application of what has happened and stays: an error of its hook is logged, and nobody waits for it. */
@Injectable()
export class Aftermath {
  private readonly logger = new Logger('LatchkeyHooks');

  constructor(private readonly hooks: Hooks) {}

  /** A new password, which ended the sessions but `kept`. */
  passwordChanged(user: User, kept?: string): void {
    this.tell('passwordChanged', userNow(user));
    this.sessionEnded({ userId: user.id, reason: 'password_changed', ...(kept !== undefined && { kept }) });
  }

  sessionEnded(ended: EndedSession): void {
    this.tell('sessionEnded', ended);
  }

  private tell<Name extends keyof Told>(name: Name, what: Told[Name]): void {
    const hook = this.hooks.own[name] as ((what: Told[Name]) => unknown) | undefined;
    if (!hook) return;
    // Begun at once, and asynchronous from its first line on, so that a hook that throws does it here.
    const told = (async () => hook.call(this.hooks.own, what))();
    told.catch((error: unknown) =>
      this.logger.error(`${name} failed: ${error instanceof Error ? error.stack : error}`),
    );
  }
}

interface Told {
  passwordChanged: UserNow;
  sessionEnded: EndedSession;
}
