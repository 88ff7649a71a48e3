import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Environment } from '@latchkey/server/environment';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DatabaseOptions, migrate, Notifications, PreparedStatements } from '@latchkey/nest/database';
import { databaseOptions } from './options';

@Global()
@Module({})
export class DatabaseModule {
  /** Connects to `url`, and has every migration run before anything else starts. */
  static at(url: string): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        PreparedStatements,
        {
          provide: DatabaseOptions,
          inject: [Environment],
          useFactory: ({ databaseDirectUrl }: Environment): DatabaseOptions => ({
            isPooled: databaseDirectUrl !== undefined,
          }),
        },
        {
          provide: Notifications,
          inject: [Environment],
          useFactory: ({ databaseDirectUrl }: Environment) => new Notifications(databaseDirectUrl ?? url),
        },
      ],
      exports: [DatabaseOptions, Notifications, PreparedStatements],
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Environment],
          useFactory: (environment: Environment) => ({ ...databaseOptions(url, environment), autoLoadEntities: true }),
          dataSourceFactory: async (options) => {
            if (!options) throw new Error('DatabaseModule.at() gives the options.');
            const dataSource = await new DataSource(options).initialize();
            await migrate(dataSource);
            return dataSource;
          },
        }),
      ],
    };
  }
}
