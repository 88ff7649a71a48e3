import { type OwnFields } from '@latchkey/contract';
import { Column, type ColumnOptions } from 'typeorm';
import * as z from 'zod/mini';
import { User } from './user.entity';

/** A column of the application's own on the users. */
export interface OwnColumn extends Pick<ColumnOptions, 'type' | 'nullable' | 'default' | 'array' | 'length' | 'enum'> {
  /** In the database; default: as the field. */
  name?: string;
  /** What a value of it is checked with; default: the field of this name in the contract's `user`. */
  schema?: z.core.$ZodType;
  /** True: whoever signs up may say it. Administrators always may. Default: false. */
  atSignUp?: boolean;
}

export type OwnColumns = Readonly<Record<string, OwnColumn>>;

interface Declared extends OwnColumn {
  field: string;
  name: string;
}

/** Those of this process: TypeORM knows one class of users. */
const declared: Declared[] = [];

export const ownColumns = (): readonly Declared[] => declared;

/** Adds them to the class of users, before a DataSource reads it; once however often it is said. */
export function declareColumns(columns: OwnColumns): void {
  for (const [field, column] of Object.entries(columns)) {
    if (declared.some((known) => known.field === field)) continue;
    const name = column.name ?? field;
    Column({ ...forTypeOrm(column), name } as ColumnOptions)(User.prototype, field);
    declared.push({ ...column, field, name });
  }
}

const forTypeOrm = ({ schema: _schema, atSignUp: _atSignUp, ...options }: OwnColumn) => options;

/** The application's fields of a user, for an answer. */
export const ownFieldsOf = (user: object): OwnFields & object =>
  Object.fromEntries(
    declared.map(({ field }) => [field, (user as Record<string, unknown>)[field] ?? null]),
  ) as OwnFields & object;

/** Those of a checked body, for the table. */
export const ownFieldsIn = (body: object): Record<string, unknown> =>
  Object.fromEntries(
    declared
      .filter(({ field }) => (body as Record<string, unknown>)[field] !== undefined)
      .map(({ field }) => [field, (body as Record<string, unknown>)[field]]),
  );

type Shape = Record<string, z.core.$ZodType>;

/** What somebody who signs up may say of them, and has to where there is neither null nor a default. */
export const fieldsAtSignUp = (): Shape => shapeOf(declared.filter(({ atSignUp }) => atSignUp));

/** What an administrator may say of a new user. */
export const fieldsOfNew = (): Shape => shapeOf(declared);

/** What an administrator may change. */
export const fieldsToChange = (): Shape => shapeOf(declared.map((column) => ({ ...column, nullable: true })));

const shapeOf = (columns: Declared[]): Shape =>
  Object.fromEntries(
    columns.flatMap(({ field, schema, nullable, default: unset }) =>
      schema ? [[field, nullable || unset !== undefined ? z.optional(schema) : schema]] : [],
    ),
  );
