import { type ArgumentMetadata, Body, Query } from '@nestjs/common';
import { SchemaPipe } from './schema.pipe';

type Schema = NonNullable<ArgumentMetadata['schema']>;

/** The body, checked with `schema` whatever pipes the application has. */
export const CheckedBody = (schema: Schema): ParameterDecorator => Body({ schema, pipes: [SchemaPipe] });

/** The query, checked with `schema` whatever pipes the application has. */
export const CheckedQuery = (schema: Schema): ParameterDecorator => Query({ schema, pipes: [SchemaPipe] });
