import { type SwaggerDocumentOptions } from '@nestjs/swagger';
import { type $ZodType, toJSONSchema } from 'zod/v4/core';

/** The contract is written in zod/mini, whose schemas do not describe themselves: they are small for the browser's sake. */
export const schemaConverter: NonNullable<SwaggerDocumentOptions['standardSchemaConverter']> = (
  schema,
  { schemaType },
) => {
  if (!isZod(schema)) return undefined;
  const described = toJSONSchema(schema, { target: 'openapi-3.0', io: schemaType });
  delete described.$schema;
  return { schema: described };
};

const isZod = (schema: unknown): schema is $ZodType =>
  (typeof schema === 'object' || typeof schema === 'function') && schema !== null && '_zod' in schema;
