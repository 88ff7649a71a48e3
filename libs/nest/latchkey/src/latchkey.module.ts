import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, ModulesContainer } from '@nestjs/core';
import { CredentialsModule } from '@latchkey/nest/credentials';
import { LatchkeyFilter } from '@latchkey/nest/http';
import { SessionsModule } from '@latchkey/nest/sessions';
import { UsersModule } from '@latchkey/nest/users';
import { DataModule, type DataSetup } from './data.module';
import { HooksModule, type HooksSetup } from './hooks.module';
import { InvalidOptions } from './invalid-options';
import { type LatchkeyOptions } from './latchkey-options';
import { adoptContract, type ContractSetup } from './own-contract';
import { type RoutesSetup } from './own-controllers';
import { OptionsModule, type OptionsFactory } from './options.module';
import { type GuardSetup, routeModules } from './routes.module';
import { requireSameRelease } from './same-release';

/** What is said once about how Latchkey stands in the application, beside its options. */
export type LatchkeySetup = ContractSetup & DataSetup & GuardSetup & HooksSetup & RoutesSetup;

/** Sign-in for a Nest application: the routes under /auth and /users, and guards that close every route but those that say `@Public()`. */
@Module({})
export class LatchkeyModule {
  static forRoot(all: LatchkeyOptions & LatchkeySetup): DynamicModule {
    const { dataSource, migrations, hooks, imports, contract, columns, path, parts, replace, routes, ...options } = all;
    const setup = { dataSource, migrations, hooks, imports, contract, columns, path, parts, replace, routes };
    return LatchkeyModule.forRootAsync({ ...setup, useFactory: () => options });
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
        ...routeModules(setup),
        ...[CredentialsModule, SessionsModule, UsersModule],
      ],
      providers: [LatchkeyFilter, { provide: APP_FILTER, useExisting: LatchkeyFilter }],
      exports: [LatchkeyFilter, CredentialsModule, SessionsModule, UsersModule],
    };
  }

  constructor(modules: ModulesContainer) {
    const mounted = [...modules.values()].filter(({ metatype }) => metatype === LatchkeyModule).length;
    if (mounted > 1)
      throw new InvalidOptions([
        `LatchkeyModule is mounted ${mounted} times: keep the forRoot() of the root module alone; what it exports is there everywhere.`,
      ]);
  }
}
