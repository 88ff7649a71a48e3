import { applyDecorators } from '@nestjs/common';
import { failure } from '@latchkey/contract';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { type ZodMiniType } from 'zod/mini';

/** A route's page in OpenAPI: what it does, the answer by status, and the statuses of its failures. */
export function Documented(
  summary: string,
  answers: Record<number, ZodMiniType>,
  failures: number[] = [],
  failureBody: ZodMiniType = failure,
): MethodDecorator {
  const good = Object.entries(answers).map(([status, standardSchema]) =>
    ApiResponse({ status: Number(status), description: STATUS_CODES[status], standardSchema }),
  );
  const bad = failures.map((status) =>
    ApiResponse({ status, description: STATUS_CODES[status], standardSchema: failureBody }),
  );
  return applyDecorators(ApiOperation({ summary }), ...good, ...bad);
}
