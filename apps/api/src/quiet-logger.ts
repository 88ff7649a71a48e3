import { ConsoleLogger } from '@nestjs/common';
import { type Environment } from '@latchkey/api/environment';

const LEVELS = {
  error: ['error'],
  warn: ['error', 'warn'],
  info: ['error', 'warn', 'log'],
  debug: ['error', 'warn', 'log', 'debug'],
} as const;
/** What Nest tells of its own start: a hundred lines that only a debugger wants. */
const BOOT = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Nest's logger at LOG_LEVEL: lines of JSON in production, text in development. */
export class QuietLogger extends ConsoleLogger {
  constructor(private readonly environment: Environment) {
    super({ json: environment.production, logLevels: [...LEVELS[environment.logLevel]] });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    const isBoot = typeof context === 'string' && BOOT.has(context);
    if (!isBoot || this.environment.logLevel === 'debug') super.log(message, ...rest);
  }
}
