import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Environment } from '@latchkey/server/environment';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { checkSession, Connections } from '@latchkey/nest/database';
import { migrateAt } from './migrate-at';
import { databaseOptions } from './options';

@Global()
@Module({})
export class DatabaseModule {
  /** Connects to `url`, and has every migration run before anything else starts: at `directUrl`, where `url` goes through a pooler. */
  static at(url: string, directUrl?: string): DynamicModule {
    const connections = new Connections();
    const way = { connections, isPooled: directUrl !== undefined };
    return {
      module: DatabaseModule,
      providers: [{ provide: Connections, useValue: connections }],
      exports: [Connections],
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Environment],
          useFactory: (environment: Environment) => ({
            ...databaseOptions(url, environment, way),
            autoLoadEntities: true,
          }),
          dataSourceFactory: (options) => connected(options as DataSourceOptions, directUrl),
        }),
      ],
    };
  }
}

async function connected(options: DataSourceOptions, directUrl: string | undefined): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  try {
    await checkSession(dataSource);
    await migrateAt(options, directUrl);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
