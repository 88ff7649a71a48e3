import './no-eval';
import { type Signal, signal } from '@angular/core';
import { type FieldTree, form, type TreeValidationResult, validateStandardSchema } from '@angular/forms/signals';
import { type loginBody, type LoginBody, type registerBody } from '@latchkey/contract';
import { type Problem, problemOf } from '@latchkey/web/session';

export interface CredentialsForm {
  fields: FieldTree<LoginBody>;
  /** Why the server refused, where it was not one of the fields. */
  problem: Signal<Problem | null>;
}

/**
 * The form of e-mail and password. It checks with the schema that the server checks with, sends what is good, puts what
 * the server says of a field under that field, and the cursor where something is wrong first.
 */
export function credentialsForm(
  schema: typeof loginBody | typeof registerBody,
  send: (body: LoginBody) => Promise<unknown>,
): CredentialsForm {
  const problem = signal<Problem | null>(null);
  const action = async (): Promise<TreeValidationResult> => {
    problem.set(null);
    try {
      await send(fields().value());
      return undefined;
    } catch (error) {
      const refusal = problemOf(error);
      const errors = errorsIn(refusal, fields);
      if (errors.length === 0) problem.set(refusal);
      return errors;
    }
  };
  const onInvalid = (): void => fields().errorSummary()[0]?.fieldTree().focusBoundControl();
  const fields: FieldTree<LoginBody> = form(
    signal({ email: '', password: '', remember: true }),
    (path) => validateStandardSchema(path, schema),
    { submission: { action, onInvalid } },
  );
  return { fields, problem };
}

function errorsIn({ fields }: Problem, { email, password }: FieldTree<LoginBody>) {
  const error = (fieldTree: FieldTree<string>, message: string | undefined) =>
    message ? [{ kind: 'server', message, fieldTree }] : [];
  return [...error(email, fields['email']), ...error(password, fields['password'])];
}
