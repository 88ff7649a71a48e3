import { Global, Module } from '@nestjs/common';
import { Counters } from './counters';
import { MetricsController } from './metrics.controller';

@Global()
@Module({ controllers: [MetricsController], providers: [Counters], exports: [Counters] })
export class MetricsModule {}
