import { type DynamicModule, type FactoryProvider, Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import {
  CHANNEL,
  addColumns,
  checkSession,
  connectionOf,
  DatabaseOptions,
  LATCHKEY_DATA_SOURCE,
  Notifications,
  OwnDataSource,
  PreparedStatements,
  requireSchema,
  runMigrations,
  say,
} from '@latchkey/nest/database';
import { Session } from '@latchkey/nest/sessions';
import { ownColumns, User } from '@latchkey/nest/users';
import { getDataSourceToken, getRepositoryToken, TypeOrmModule } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';

/** Which of the application's databases Latchkey works on, and who changes its tables. */
export interface DataSetup {
  /** The name of the DataSource; default: the application's default one. */
  dataSource?: string;
  /** `check`: the start is refused where Latchkey's migrations are missing. `run`: they are run, one replica at a time. Default: check. */
  migrations?: 'check' | 'run';
}

const ENTITIES = [User, Session];
const SETUP = Symbol('how Latchkey uses its database');

/** Works on a DataSource of the application's own: one pool, one transaction with what else the application stores. */
@Global()
@Module({})
export class DataModule implements OnModuleInit {
  static on(setup: DataSetup): DynamicModule {
    const repositories = setup.dataSource === undefined ? [] : ENTITIES.map(aliasIn(setup.dataSource));
    return {
      module: DataModule,
      imports: [TypeOrmModule.forFeature(ENTITIES, setup.dataSource)],
      providers: [
        { provide: SETUP, useValue: setup },
        { provide: LATCHKEY_DATA_SOURCE, useExisting: getDataSourceToken(setup.dataSource) },
        notifications,
        PreparedStatements,
        ...repositories,
      ],
      exports: [
        LATCHKEY_DATA_SOURCE,
        Notifications,
        PreparedStatements,
        ...(repositories.length > 0 ? repositories.map(({ provide }) => provide) : [TypeOrmModule]),
      ],
    };
  }

  constructor(
    @OwnDataSource() private readonly dataSource: DataSource,
    @Inject(SETUP) private readonly setup: DataSetup,
  ) {}

  /** Throws UnfitDatabase, MigrationsMissing. */
  async onModuleInit(): Promise<void> {
    await checkSession(this.dataSource);
    if (this.setup.migrations === 'run') await this.migrate();
    await requireSchema(this.dataSource, ENTITIES);
  }

  private async migrate(): Promise<void> {
    await runMigrations(this.dataSource);
    const names = ownColumns().map(({ name }) => name);
    if (names.length > 0) await addColumns(this.dataSource, User, names);
  }
}

/** The libraries ask for the repository of the default DataSource; this one is of the named. */
const aliasIn = (dataSource: string) => (entity: typeof User | typeof Session) => ({
  provide: getRepositoryToken(entity),
  useExisting: getRepositoryToken(entity, dataSource),
});

const notifications: FactoryProvider = {
  provide: Notifications,
  inject: [LATCHKEY_DATA_SOURCE, DatabaseOptions],
  useFactory: (dataSource: DataSource, { directUrl }: DatabaseOptions) =>
    new Notifications(directUrl === undefined ? connectionOf(dataSource) : { connectionString: directUrl }, (payload) =>
      say(dataSource, CHANNEL, payload),
    ),
};
