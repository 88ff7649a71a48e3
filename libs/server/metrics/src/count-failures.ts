import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { watchFailures } from '@latchkey/nest/http';
import { Counters } from './counters';

const FAILURES = 'latchkey_failures_total';

/** Counts what was answered with a failure: the log has a sample of it alone. */
@Injectable()
export class CountFailures implements OnModuleInit, OnApplicationShutdown {
  private stop: (() => void) | undefined;

  constructor(private readonly counters: Counters) {}

  onModuleInit(): void {
    this.counters.declare(FAILURES, 'Failures answered, by code.');
    this.stop = watchFailures(({ code, status }) => this.counters.count(FAILURES, { code, status }));
  }

  onApplicationShutdown(): void {
    this.stop?.();
  }
}
