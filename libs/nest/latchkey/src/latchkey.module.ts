import { type DynamicModule, Module } from '@nestjs/common';
import { AdministrationModule } from '@latchkey/nest/administration';
import { AuthModule } from '@latchkey/nest/auth';
import { type LatchkeyOptions } from './latchkey-options';
import { OptionsModule, type OptionsFactory } from './options.module';

/** Sign-in for a Nest application: the routes under /auth and /users, and guards that close every route but those that say `@Public()`. */
@Module({})
export class LatchkeyModule {
  static forRoot(options: LatchkeyOptions): DynamicModule {
    return LatchkeyModule.forRootAsync({ useFactory: () => options });
  }

  static forRootAsync(factory: OptionsFactory): DynamicModule {
    return {
      module: LatchkeyModule,
      imports: [OptionsModule.from(factory), AuthModule, AdministrationModule],
      exports: [AuthModule, AdministrationModule],
    };
  }
}
