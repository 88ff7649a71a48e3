/** Numbers for whoever watches: counters, and GET /metrics, which shows them to Prometheus. */
export { Counters } from './counters';
export { MetricsModule } from './metrics.module';
