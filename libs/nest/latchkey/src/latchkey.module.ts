import { type DynamicModule, Module } from '@nestjs/common';
import { AdministrationModule } from '@latchkey/nest/administration';
import { AuthModule } from '@latchkey/nest/auth';
import { type LatchkeyOptions } from './latchkey-options';
import { LatchkeyFilter } from '@latchkey/nest/http';
import { APP_FILTER } from '@nestjs/core';
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
      providers: [{ provide: APP_FILTER, useClass: LatchkeyFilter }],
      exports: [AuthModule, AdministrationModule],
    };
  }
}
