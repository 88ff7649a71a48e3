import { type DynamicModule, Module } from '@nestjs/common';
import { AdministrationModule } from '@latchkey/nest/administration';
import { AuthModule } from '@latchkey/nest/auth';
import { type LatchkeyOptions } from './latchkey-options';
import { LatchkeyFilter } from '@latchkey/nest/http';
import { APP_FILTER } from '@nestjs/core';
import { DataModule, type DataSetup } from './data.module';
import { requireSameRelease } from './same-release';
import { OptionsModule, type OptionsFactory } from './options.module';

/** What is said once about how Latchkey stands in the application, beside its options. */
export type LatchkeySetup = DataSetup;

/** Sign-in for a Nest application: the routes under /auth and /users, and guards that close every route but those that say `@Public()`. */
@Module({})
export class LatchkeyModule {
  static forRoot({ dataSource, migrations, ...options }: LatchkeyOptions & LatchkeySetup): DynamicModule {
    return LatchkeyModule.forRootAsync({ dataSource, migrations, useFactory: () => options });
  }

  static forRootAsync(setup: OptionsFactory & LatchkeySetup): DynamicModule {
    requireSameRelease();
    return {
      module: LatchkeyModule,
      imports: [OptionsModule.from(setup), DataModule.on(setup), AuthModule, AdministrationModule],
      providers: [{ provide: APP_FILTER, useClass: LatchkeyFilter }],
      exports: [AuthModule, AdministrationModule],
    };
  }
}
