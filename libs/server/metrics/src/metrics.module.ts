import { Global, Module } from '@nestjs/common';
import { CountFailures } from './count-failures';
import { Counters } from './counters';
import { MetricsController } from './metrics.controller';

@Global()
@Module({ controllers: [MetricsController], providers: [CountFailures, Counters], exports: [Counters] })
export class MetricsModule {}
