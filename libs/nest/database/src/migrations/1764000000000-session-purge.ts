import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class SessionPurge1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What the purge looks for, and nothing else: a session is in the first index while it has not ended, in the second after.
    await runner.query('DROP INDEX sessions_expires_at_idx');
    await runner.query('CREATE INDEX sessions_expires_at_idx ON sessions (expires_at) WHERE ended_at IS NULL');
    await runner.query('CREATE INDEX sessions_ended_at_idx ON sessions (ended_at) WHERE ended_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sessions_ended_at_idx');
    await runner.query('DROP INDEX sessions_expires_at_idx');
    await runner.query('CREATE INDEX sessions_expires_at_idx ON sessions (expires_at)');
  }
}
