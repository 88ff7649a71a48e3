import { checkSession, Connections, Notifications, UnfitDatabase } from '@latchkey/nest/database';
import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';

/** Milliseconds the database has to answer before the server calls itself not ready. */
const PATIENCE = 1_500;

/** Whether the database answers, takes writes and has space for them. Whether changes are heard is told beside: without it the server is slower, not wrong. */
@Injectable()
export class DatabaseHealth {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly database: DataSource,
    private readonly connections: Connections,
    private readonly notifications: Notifications,
  ) {}

  async check(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    try {
      await Promise.race([checkSession(this.database), tooLate()]);
    } catch (error) {
      return indicator.down(error instanceof UnfitDatabase ? error.message : 'does not answer');
    }
    if (this.connections.areFull) return indicator.down('has no space left');
    return indicator.up({ hearsChanges: this.notifications.isFresh() });
  }
}

async function tooLate(): Promise<never> {
  await setTimeout(PATIENCE, undefined, { ref: false });
  throw new Error('Too late');
}
