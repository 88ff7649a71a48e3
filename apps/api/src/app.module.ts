import { type DynamicModule, Module } from '@nestjs/common';
import { AdministrationModule } from '@latchkey/api/administration';
import { AuthModule } from '@latchkey/api/auth';
import { DatabaseModule } from '@latchkey/api/database';
import { DialectsModule } from '@latchkey/api/dialects';
import { Environment, EnvironmentModule } from '@latchkey/api/environment';
import { HealthModule } from '@latchkey/api/health';
import { MetricsModule } from '@latchkey/api/metrics';

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
