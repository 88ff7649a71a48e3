import { type ArgumentMetadata, Body, Query } from '@nestjs/common';
import { SchemaPipe } from './schema.pipe';

type Schema = NonNullable<ArgumentMetadata['schema']>;

/** The body, checked with `schema` whatever pipes the application has. */
export const CheckedBody = (schema: Schema): ParameterDecorator =>
  Body({ schema: onlyShown(schema), pipes: [new SchemaPipe(schema)] });

/** The query, checked with `schema` whatever pipes the application has. */
export const CheckedQuery = (schema: Schema): ParameterDecorator =>
  Query({ schema: onlyShown(schema), pipes: [new SchemaPipe(schema)] });

/** For OpenAPI alone: a pipe of the application's that checks schemas would word refusals otherwise, and change the value before it is checked here. */
const onlyShown = (schema: Schema): Schema =>
  Object.create(schema, {
    '~standard': { value: { ...schema['~standard'], validate: (value: unknown) => ({ value }) } },
  }) as Schema;
