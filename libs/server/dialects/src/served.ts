import { applyDecorators, HttpCode } from '@nestjs/common';
import { type Dialect } from '@latchkey/server/environment';
import { Documented } from '@latchkey/nest/http';
import { Public } from '@latchkey/nest/sessions';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import { type ZodMiniType } from 'zod/mini';

/** What a family calls a failure, as OpenAPI shows it. */
type Failures = [statuses: number[], body: ZodMiniType];

/**
 * A route of an older client. Open to the global guard, since each family has a carrier of its own and guards its closed routes
 * itself; answering the first status of `answers`; marked with the family, by which its use is counted.
 */
export function Served(
  dialect: Dialect | 'login',
  summary: string,
  answers: Record<number, ZodMiniType>,
  [statuses, body]: Failures,
): MethodDecorator {
  return applyDecorators(
    Public(),
    HttpCode(Number(Object.keys(answers)[0])),
    RouteConfig({ dialect }),
    ApiTags('older clients'),
    Documented(summary, answers, statuses, body),
  );
}
