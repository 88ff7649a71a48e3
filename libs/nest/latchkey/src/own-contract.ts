import { adoptAuth, type Auth, user as userFields } from '@latchkey/contract';
import { declareColumns, type OwnColumns, User } from '@latchkey/nest/users';
import { getMetadataArgsStorage } from 'typeorm';
import { InvalidOptions } from './invalid-options';

/** The application's own roles, permissions and fields. */
export interface ContractSetup {
  /** What `defineAuth` made, which server and site share. */
  contract?: Auth;
  /** Columns of the application's own on the users, by the field that they are. */
  columns?: OwnColumns;
}

/** Has this process go by them. Throws InvalidOptions. */
export function adoptContract({ contract, columns = {} }: ContractSetup): void {
  const fields = fieldsOf(contract);
  const all = Object.fromEntries(
    Object.entries(columns).map(([field, column]) => [field, { schema: fields[field], ...column }]),
  );
  const problems = [
    ...Object.entries(all).flatMap(([field, column]) => columnProblems(field, column)),
    ...Object.keys(fields)
      .filter((field) => !Object.hasOwn(columns, field))
      .map((field) => `contract.user.${field}: has no column; say it under columns: { ${field}: { type: … } }.`),
  ];
  if (problems.length > 0) throw new InvalidOptions(problems);
  if (contract) adoptAuth(contract);
  declareColumns(all);
}

type Shape = Record<string, OwnColumns[string]['schema']>;

const fieldsOf = (contract: Auth | undefined): Shape => (contract?.user as { shape?: Shape } | undefined)?.shape ?? {};

function columnProblems(field: string, { name = field, schema, atSignUp }: OwnColumns[string]): string[] {
  const isOurs = Object.hasOwn(userFields.shape, field) || OURS.has(field);
  return [
    ...(isOurs ? [`columns.${field}: Latchkey has this field itself; take another name.`] : []),
    ...(/^[a-zA-Z_]\w{0,62}$/.test(name) ? [] : [`columns.${field}: "${name}" cannot name a column.`]),
    ...(takenName(field, name) ? [`columns.${field}: Latchkey has a column ${name} itself; take another name.`] : []),
    ...(atSignUp && !schema
      ? [`columns.${field}: needs a schema to be said at sign-up, here or in contract.user.`]
      : []),
  ];
}

/** Fields of bodies and answers that are not the user's. */
const OURS = new Set([
  'password',
  'remember',
  'expires_in',
  'claims',
  'current_password',
  'new_password',
  'generated_password',
]);

/** A column that the entity has by another property; those of the application are told apart by their own. */
const takenName = (field: string, name: string): boolean =>
  getMetadataArgsStorage().columns.some(
    ({ target, propertyName, options }) =>
      target === User && propertyName !== field && (options.name ?? propertyName) === name,
  );
