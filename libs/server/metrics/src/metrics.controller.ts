import { Controller, Get, Header, Headers } from '@nestjs/common';
import { Environment } from '@latchkey/server/environment';
import { Documented, NotFound } from '@latchkey/nest/http';
import { Public } from '@latchkey/nest/sessions';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { hash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { Counters } from './counters';

@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly counters: Counters,
    private readonly environment: Environment,
  ) {}

  /** Not there at all but for whom knows METRICS_TOKEN. */
  @Public('`METRICS_TOKEN`')
  @ApiProduces('text/plain')
  @Documented('Counters as Prometheus reads them, for whom knows METRICS_TOKEN', { 200: z.string() }, [404])
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Get()
  metrics(@Headers('authorization') authorization = ''): string {
    const { metricsToken } = this.environment;
    if (metricsToken === undefined || !isSame(authorization, `Bearer ${metricsToken}`)) throw new NotFound();
    return this.counters.text();
  }
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
