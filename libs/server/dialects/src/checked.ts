import { SchemaPipe } from '@latchkey/nest/http';
import * as z from 'zod/mini';

/** `body` as `schema` has it, where only the handler knows which schema holds. Throws InvalidInput. */
export const checked = async <Schema extends z.ZodMiniType>(schema: Schema, body: unknown): Promise<z.infer<Schema>> =>
  (await new SchemaPipe().transform(body, { type: 'body', schema })) as z.infer<Schema>;
