import * as z from 'zod/mini';
import { user } from './user';

const unchangeable = z.optional(z.never({ error: 'This cannot be changed here' }));

/**
 * The body of a PATCH of a user that changes the fields of `shape`. The other fields of a user are refused by name, rather than
 * left out of what is said to have succeeded; what no user has is ignored.
 */
export function userChanges<Shape extends z.core.$ZodShape>(shape: Shape) {
  const others = Object.keys(user.shape).filter((name) => !Object.hasOwn(shape, name));
  const refused = Object.fromEntries(others.map((name) => [name, unchangeable]));
  return z.object({ ...refused, ...shape } as Shape);
}
