import { Injectable, type PipeTransform } from '@nestjs/common';
import { type ArgumentMetadata } from '@nestjs/common';
import { type FieldError } from '@latchkey/contract';
import { InvalidInput } from './failures';

/** Checks whatever a handler declares with a schema (`@Body({ schema })`), drops unknown fields, answers 422 with a line a field. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  async transform(value: unknown, { schema }: ArgumentMetadata): Promise<unknown> {
    if (!schema) return value;
    const result = await schema['~standard'].validate(value);
    if (!result.issues) return result.value;
    throw new InvalidInput(oneAField(result.issues.map(errorOf)));
  }
}

const oneAField = (errors: FieldError[]): FieldError[] =>
  [...new Map(errors.reverse().map((error) => [error.path, error])).values()].reverse();

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

function errorOf({ path = [], message }: Issue): FieldError {
  const name = path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
  return name === '' ? { path: '', message: 'Send a JSON object.' } : { path: name, message };
}
