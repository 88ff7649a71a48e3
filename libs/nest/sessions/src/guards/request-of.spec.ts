import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { JwtAuthGuard } from './jwt-auth.guard';
import { PermissionsGuard } from './permissions.guard';
import { Public } from './public';
import { ContextNotGuarded } from './request-of';
import { Roles } from './roles';

class Orders {
  closed(): void {}

  @Public()
  open(): void {}

  @Public()
  @Roles('admin')
  forSome(): void {}
}

const reachedBy = (kind: string, name: keyof Orders) => {
  const context = new ExecutionContextHost([undefined, {}], Orders, Orders.prototype[name]);
  context.setType(kind);
  return context;
};
const none = undefined as never;
const guard = new JwtAuthGuard(new Reflector(), none, none, none);

describe.each(['graphql', 'ws', 'rpc'])('a handler that is reached by %s', (kind) => {
  it('lets nobody in, and says so to who wrote it', async () => {
    const asking = guard.canActivate(reachedBy(kind, 'closed'));
    await expect(asking).rejects.toThrow(ContextNotGuarded);
    await expect(asking).rejects.toThrow(new RegExp(`^Orders\\.closed is reached by ${kind}, .*@Public\\(\\)`));
  });

  it('is left to a guard of its own where it says @Public()', async () => {
    expect(await guard.canActivate(reachedBy(kind, 'open'))).toBe(true);
  });

  it('lets nobody in by a role, which nobody is known to have', () => {
    expect(() => new PermissionsGuard(new Reflector()).canActivate(reachedBy(kind, 'forSome'))).toThrow(
      ContextNotGuarded,
    );
  });
});
