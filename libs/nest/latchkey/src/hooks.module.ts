import { type DynamicModule, Global, Inject, Module, type ModuleMetadata, Optional, type Type } from '@nestjs/common';
import { Hooks, LatchkeyHooks } from '@latchkey/nest/users';

/** The application's own code inside of Latchkey's roads. */
export interface HooksSetup extends Pick<ModuleMetadata, 'imports'> {
  /** Extends LatchkeyHooks; a provider, which may depend on whatever the modules under `imports` export. */
  hooks?: Type<LatchkeyHooks>;
}

/** The holder is there from the start, what it holds once the application's modules are: they may depend on Latchkey's. */
@Global()
@Module({ providers: [Hooks], exports: [Hooks] })
class HolderModule {}

@Module({})
export class HooksModule {
  static with({ hooks, imports = [] }: HooksSetup): DynamicModule {
    const providers = hooks ? [hooks, { provide: LatchkeyHooks, useExisting: hooks }] : [];
    return { module: HooksModule, imports: [HolderModule, ...(hooks ? imports : [])], providers };
  }

  constructor(holder: Hooks, @Optional() @Inject(LatchkeyHooks) hooks: LatchkeyHooks | null) {
    if (hooks) holder.own = hooks;
  }
}
