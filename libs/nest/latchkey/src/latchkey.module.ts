import { type DynamicModule, Module } from '@nestjs/common';
import { AdministrationModule } from '@latchkey/nest/administration';
import { AuthModule } from '@latchkey/nest/auth';
import { type LatchkeyOptions } from './latchkey-options';
import { LatchkeyFilter } from '@latchkey/nest/http';
import { APP_FILTER } from '@nestjs/core';
import { CredentialsModule } from '@latchkey/nest/credentials';
import { SessionsModule } from '@latchkey/nest/sessions';
import { UsersModule } from '@latchkey/nest/users';
import { DataModule, type DataSetup } from './data.module';
import { requireSameRelease } from './same-release';
import { HooksModule, type HooksSetup } from './hooks.module';
import { adoptContract, type ContractSetup } from './own-contract';
import { OptionsModule, type OptionsFactory } from './options.module';

/** What is said once about how Latchkey stands in the application, beside its options. */
export type LatchkeySetup = ContractSetup & DataSetup & HooksSetup;

/** Sign-in for a Nest application: the routes under /auth and /users, and guards that close every route but those that say `@Public()`. */
@Module({})
export class LatchkeyModule {
  static forRoot({
    dataSource,
    migrations,
    hooks,
    imports,
    contract,
    columns,
    ...options
  }: LatchkeyOptions & LatchkeySetup): DynamicModule {
    return LatchkeyModule.forRootAsync({
      dataSource,
      migrations,
      hooks,
      imports,
      contract,
      columns,
      useFactory: () => options,
    });
  }

  static forRootAsync(setup: OptionsFactory & LatchkeySetup): DynamicModule {
    requireSameRelease();
    adoptContract(setup);
    return {
      module: LatchkeyModule,
      global: true,
      imports: [
        OptionsModule.from(setup),
        DataModule.on(setup),
        HooksModule.with(setup),
        ...[AuthModule, AdministrationModule, CredentialsModule, SessionsModule, UsersModule],
      ],
      providers: [{ provide: APP_FILTER, useClass: LatchkeyFilter }],
      exports: [CredentialsModule, SessionsModule, UsersModule],
    };
  }
}
