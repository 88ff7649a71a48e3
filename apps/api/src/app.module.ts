import { type DynamicModule, Module } from '@nestjs/common';
import { LatchkeyModule } from '@latchkey/nest/latchkey';
import { DatabaseModule } from '@latchkey/server/postgres';
import { DialectsModule } from '@latchkey/server/dialects';
import { Environment, EnvironmentModule, latchkeyOptions } from '@latchkey/server/environment';
import { HealthModule } from '@latchkey/server/health';
import { MetricsModule } from '@latchkey/server/metrics';

@Module({ controllers: [] })
export class AppModule {
  static with(environment: Environment, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        EnvironmentModule.with(environment),
        DatabaseModule.at(databaseUrl, environment.databaseDirectUrl),
        LatchkeyModule.forRootAsync({ inject: [Environment], useFactory: latchkeyOptions }),
        DialectsModule.with(environment),
        HealthModule,
        MetricsModule,
      ],
    };
  }
}
