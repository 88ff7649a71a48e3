import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import { PasswordOptions, type Pepper } from './password-options';

/**
 * Keeps, for each pepper's name, what tells its secret from another: under the right name a wrong secret refuses every password,
 * and nothing else would tell why.
 */
@Injectable()
export class PepperProofs implements OnModuleInit {
  private readonly logger = new Logger('Passwords');

  constructor(
    private readonly database: DataSource,
    private readonly options: PasswordOptions,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.keep();
    for (const id of await this.changed())
      this.logger.error(
        `The pepper "${id}" is not the secret it was: passwords that were stored with it will be refused.`,
      );
  }

  /** Writes down what is new; what is known stays, as long as a stored password hangs on it. */
  async keep(): Promise<void> {
    await this.database.query(
      `INSERT INTO peppers (id, proof) SELECT * FROM unnest($1::text[], $2::text[])
       ON CONFLICT (id) DO UPDATE SET proof = excluded.proof WHERE peppers.proof <> excluded.proof
         AND NOT EXISTS (SELECT FROM users WHERE password_hash LIKE 'v1$' || excluded.id || '$%')`,
      this.columns(),
    );
  }

  /** Names of peppers whose secret is another than the one that was used before. */
  async changed(): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(
      `SELECT id FROM peppers JOIN unnest($1::text[], $2::text[]) AS ours (id, proof) USING (id)
       WHERE peppers.proof <> ours.proof ORDER BY id`,
      this.columns(),
    );
    return rows.map(({ id }) => id);
  }

  private columns(): [ids: string[], proofs: string[]] {
    const { peppers } = this.options;
    return [peppers.map(({ id }) => id), peppers.map(proofOf)];
  }
}

const proofOf = ({ id, secret }: Pepper): string =>
  createHmac('sha256', secret).update(`latchkey pepper ${id}`).digest('base64url');
