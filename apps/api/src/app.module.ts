import { type DynamicModule, Module } from '@nestjs/common';
import { AuthModule } from '@latchkey/api/auth';
import { DatabaseModule } from '@latchkey/api/database';
import { Environment, EnvironmentModule } from '@latchkey/api/environment';
import { HealthModule } from '@latchkey/api/health';

@Module({})
export class AppModule {
  static with(environment: Environment, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      imports: [EnvironmentModule.with(environment), DatabaseModule.at(databaseUrl), AuthModule, HealthModule],
    };
  }
}
