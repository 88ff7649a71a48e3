import './no-eval';
import { signal, type WritableSignal } from '@angular/core';
import {
  type FieldTree,
  form,
  type SchemaPath,
  type SchemaPathTree,
  type TreeValidationResult,
  validateStandardSchema,
} from '@angular/forms/signals';
import { type Problem, problemOf } from '@latchkey/angular';
import { type ZodMiniType } from 'zod/mini';

/** A form, and what became of it when it was sent. */
export interface CheckedForm<Body> {
  fields: FieldTree<Body>;
  /** Why the server refused, where it was not one of the fields; null once the form is sent again. */
  problem: WritableSignal<Problem | null>;
}

/**
 * A form that checks with the schema that the server checks with, sends what is good, puts what the server says of a field
 * under that field, and the cursor where something is wrong first. `fieldOf` says of which field a code speaks.
 */
export function checkedForm<Body extends object>(
  schema: ZodMiniType,
  empty: Body,
  send: (body: Body) => Promise<unknown>,
  fieldOf: Partial<Record<Problem['code'], keyof Body & string>> = {},
): CheckedForm<Body> {
  const problem = signal<Problem | null>(null);
  const action = async (): Promise<TreeValidationResult> => {
    problem.set(null);
    try {
      await send(fields().value());
      return undefined;
    } catch (error) {
      const refusal = problemOf(error);
      const errors = errorsIn(refusal, fieldOf, fields as Fields);
      if (errors[0]) errors[0].fieldTree().focusBoundControl();
      else problem.set(refusal);
      return errors;
    }
  };
  const onInvalid = (): void => fields().errorSummary()[0]?.fieldTree().focusBoundControl();
  const fields: FieldTree<Body> = form(
    signal(empty),
    (path) => validateStandardSchema(path as SchemaPath<Body> & SchemaPathTree<Body>, () => schema),
    { submission: { action, onInvalid } },
  );
  return { fields, problem };
}

type FieldOf = Partial<Record<Problem['code'], string>>;
type Fields = Record<string, FieldTree<unknown> | undefined>;

const errorsIn = ({ code, message, fields: refused }: Problem, fieldOf: FieldOf, fields: Fields) =>
  Object.entries({ [fieldOf[code] ?? '']: message, ...refused }).flatMap(([name, message]) => {
    const fieldTree = fields[name];
    return fieldTree ? [{ kind: 'server', message, fieldTree }] : [];
  });
