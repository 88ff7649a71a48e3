import { QueryFailedError } from 'typeorm';

/** True where PostgreSQL refused a statement by the constraint of this name. */
export function violates(error: unknown, constraint: string): boolean {
  return error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint === constraint;
}
