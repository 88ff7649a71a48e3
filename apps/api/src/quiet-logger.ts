import { ConsoleLogger } from '@nestjs/common';
import { type Environment } from '@latchkey/server/environment';

const LEVELS = {
  error: ['error'],
  warn: ['error', 'warn'],
  info: ['error', 'warn', 'log'],
  debug: ['error', 'warn', 'log', 'debug'],
} as const;
/** What Nest tells of its own start: a hundred lines that only a debugger wants. */
const BOOT = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Failures to start, which Nest logs and throws as well; start.ts says them once, in words. */
const TOLD_BY_START = new Set(['NestApplication', 'ExceptionHandler', 'TypeOrmModule']);

/** Nest's logger at LOG_LEVEL: lines of JSON in production, text in development. */
export class QuietLogger extends ConsoleLogger {
  constructor(private readonly environment: Environment) {
    super({ json: environment.production, logLevels: [...LEVELS[environment.logLevel]] });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!this.comesFrom(BOOT, rest)) super.log(message, ...rest);
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!this.comesFrom(TOLD_BY_START, rest)) super.error(message, ...rest);
  }

  private comesFrom(contexts: Set<string>, rest: unknown[]): boolean {
    return this.environment.logLevel !== 'debug' && contexts.has(rest.at(-1) as string);
  }
}
