import { type ArgumentMetadata, Injectable, Optional, type PipeTransform } from '@nestjs/common';
import { type FieldError } from '@latchkey/contract';
import { InvalidInput } from './failures';

type Schema = NonNullable<ArgumentMetadata['schema']>;

/** Checks whatever a handler declares with a schema (`@Body({ schema })`), drops unknown fields, answers 422 with a line a field. */
@Injectable()
export class SchemaPipe implements PipeTransform {
  /** `own`: the schema, where the handler's declaration is not to be asked. */
  constructor(@Optional() private readonly own?: Schema) {}

  async transform(value: unknown, { schema: declared }: ArgumentMetadata): Promise<unknown> {
    const schema = this.own ?? declared;
    if (!schema || checked.get(value as object) === schema) return value;
    const result = await validated(schema, value);
    if (!result.issues) return remembered(result.value, schema);
    throw new InvalidInput(oneAField(result.issues.map(errorOf)));
  }
}

/** What was checked with which schema: an application may have this pipe for all its routes, and a route has it again. */
const checked = new WeakMap<object, Schema>();

function remembered(value: unknown, schema: Schema): unknown {
  if (typeof value === 'object' && value !== null) checked.set(value, schema);
  return value;
}

/** A check that stumbles over what it was given has found it wanting: whatever a client sends, it is the client's mistake. */
async function validated(schema: Schema, value: unknown) {
  try {
    return await schema['~standard'].validate(value);
  } catch {
    throw new InvalidInput([{ path: '', message: 'This could not be checked. Send each field as the type it has.' }]);
  }
}

const oneAField = (errors: FieldError[]): FieldError[] =>
  [...new Map(errors.reverse().map((error) => [error.path, error])).values()].reverse();

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

function errorOf({ path = [], message }: Issue): FieldError {
  const name = path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
  return name === '' ? { path: '', message: 'Send a JSON object.' } : { path: name, message };
}
