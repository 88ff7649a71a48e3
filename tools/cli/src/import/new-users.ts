import { type Role } from '@latchkey/contract';
import { type QueryRunner } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { type UserRow } from './user-row';

/** Why a user of the file was not stored. */
export type Conflict = 'email' | 'username';

interface Candidate extends UserRow {
  id: string;
}

const COLUMNS = `unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::timestamptz[])
  AS row (id, email, username, display_name, password_hash, roles, is_active, registered_on)`;

const STORE = `
  INSERT INTO users (id, email, username, display_name, password_hash, roles, is_active, registered_on)
  SELECT id, email, username, display_name, password_hash, string_to_array(roles, ' '), is_active, coalesce(registered_on, now())
  FROM ${COLUMNS}
  ON CONFLICT DO NOTHING RETURNING id`;

/** For a dry run: a table that only our connection sees, which is gone with it. */
const TRIED = 'CREATE TEMPORARY TABLE users_tried (id uuid, email text UNIQUE, username text UNIQUE)';

const TRY = `
  INSERT INTO users_tried SELECT id, email, username
  FROM ${COLUMNS}
  WHERE NOT EXISTS (SELECT FROM users WHERE users.email = row.email OR users.username = row.username)
  ON CONFLICT DO NOTHING RETURNING id`;

const TAKEN = 'SELECT email, username FROM users WHERE email = ANY ($1) OR username = ANY ($2)';

/** Stores users by the thousand, or only tries to. */
export class NewUsers {
  private constructor(
    private readonly runner: QueryRunner,
    private readonly isDryRun: boolean,
  ) {}

  static async with(runner: QueryRunner, { dryRun }: { dryRun: boolean }): Promise<NewUsers> {
    if (dryRun) await runner.query(TRIED);
    return new NewUsers(runner, dryRun);
  }

  /** Stores those whose address and name are free, and says of each of `rows`, in their order, what stood in the way. */
  async store(rows: UserRow[]): Promise<(Conflict | undefined)[]> {
    const candidates = rows.map((row) => ({ ...row, id: uuid() }));
    const stored: { id: string }[] = await this.runner.query(this.isDryRun ? TRY : STORE, parametersOf(candidates));
    if (stored.length === rows.length) return rows.map(() => undefined);
    const ids = new Set(stored.map(({ id }) => id));
    return this.conflictsOf(candidates, (candidate) => ids.has(candidate.id));
  }

  private async conflictsOf(candidates: Candidate[], isStored: (candidate: Candidate) => boolean) {
    const refused = candidates.filter((candidate) => !isStored(candidate));
    const lists = [refused.map(({ email }) => email ?? null), refused.map(({ username }) => username ?? null)];
    const query = this.isDryRun ? `${TAKEN} UNION ALL ${TAKEN.replace('users', 'users_tried')}` : TAKEN;
    const taken: { email: string | null }[] = await this.runner.query(query, lists);
    const emails = new Set(taken.map(({ email }) => email));
    return candidates.map((candidate): Conflict | undefined => {
      if (isStored(candidate)) return undefined;
      return candidate.email !== undefined && emails.has(candidate.email) ? 'email' : 'username';
    });
  }
}

const parametersOf = (rows: Candidate[]): unknown[][] => [
  rows.map(({ id }) => id),
  rows.map(({ email }) => email ?? null),
  rows.map(({ username }) => username ?? null),
  rows.map(({ display_name }) => display_name ?? null),
  rows.map(({ password_hash }) => password_hash),
  rows.map((row) => rolesOf(row).join(' ')),
  rows.map(({ is_active }) => is_active),
  rows.map(({ registered_on }) => registered_on?.toISOString() ?? null),
];

function rolesOf({ roles, admin }: UserRow): Role[] {
  const all = new Set<Role>([...roles, ...(admin ? (['admin'] as const) : [])]);
  return all.size === 0 ? ['user'] : [...all];
}
