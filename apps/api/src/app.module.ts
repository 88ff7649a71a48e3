import { type DynamicModule, Module } from '@nestjs/common';
import { AdministrationModule } from '@latchkey/nest/administration';
import { AuthModule } from '@latchkey/nest/auth';
import { DatabaseModule } from '@latchkey/server/postgres';
import { DialectsModule } from '@latchkey/server/dialects';
import { Environment, EnvironmentModule } from '@latchkey/server/environment';
import { HealthModule } from '@latchkey/server/health';
import { MetricsModule } from '@latchkey/server/metrics';

@Module({})
export class AppModule {
  static with(environment: Environment, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [
        EnvironmentModule.with(environment),
        DatabaseModule.at(databaseUrl),
        AdministrationModule,
        AuthModule,
        DialectsModule.with(environment),
        HealthModule,
        MetricsModule,
      ],
    };
  }
}
