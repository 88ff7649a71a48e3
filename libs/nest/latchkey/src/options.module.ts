import {
  type DynamicModule,
  type FactoryProvider,
  Global,
  Module,
  type ModuleMetadata,
  type Type,
} from '@nestjs/common';
import { DatabaseOptions } from '@latchkey/nest/database';
import { HttpOptions } from '@latchkey/nest/http';
import { PasswordOptions } from '@latchkey/nest/passwords';
import { CookieOptions, SessionOptions, TokenOptions } from '@latchkey/nest/sessions';
import { type LatchkeyOptions } from './latchkey-options';
import { type ResolvedOptions, resolveOptions } from './resolve-options';

/** Where the options come from: any providers of the application's, such as its ConfigService. */
export interface OptionsFactory extends Pick<ModuleMetadata, 'imports'>, Pick<FactoryProvider, 'inject'> {
  useFactory: (...dependencies: never[]) => LatchkeyOptions | Promise<LatchkeyOptions>;
}

const RESOLVED = Symbol('the options of every library');

const part = <Key extends keyof ResolvedOptions>(provide: abstract new () => ResolvedOptions[Key], key: Key) => ({
  provide: provide as Type,
  inject: [RESOLVED],
  useFactory: (resolved: ResolvedOptions) => resolved[key],
});

const parts = [
  part(DatabaseOptions, 'database'),
  part(HttpOptions, 'http'),
  part(PasswordOptions, 'passwords'),
  part(TokenOptions, 'tokens'),
  part(SessionOptions, 'sessions'),
  part(CookieOptions, 'cookies'),
];

/** Gives each library its own options, and none to it all. */
@Global()
@Module({})
export class OptionsModule {
  static from({ imports = [], inject = [], useFactory, path }: OptionsFactory & { path?: string }): DynamicModule {
    const resolved: FactoryProvider = {
      provide: RESOLVED,
      inject,
      useFactory: async (...dependencies: never[]) => resolveOptions(await useFactory(...dependencies), path),
    };
    return {
      module: OptionsModule,
      imports,
      providers: [resolved, ...parts],
      exports: parts.map(({ provide }) => provide),
    };
  }
}
