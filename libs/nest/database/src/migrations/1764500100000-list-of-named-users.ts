import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The list that anybody signed in may ask for, in its order: no walk past those who are not on it (decision 11). */
export class ListOfNamedUsers1764500100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX users_named_idx ON users (registered_on, id) WHERE username IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX users_named_idx');
  }
}
