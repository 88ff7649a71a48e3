import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which generations of a session's tokens are good (decision 5). */
export class SkippedGenerations1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN previous integer   NOT NULL DEFAULT 0,
        ADD COLUMN oldest   integer   NOT NULL DEFAULT 0,
        ADD COLUMN skipped  integer[] NOT NULL DEFAULT '{}'`);
    await runner.query('UPDATE sessions SET previous = generation - 1 WHERE generation > 0');
    // A rotation that skips nothing tells nobody: what the replicas remember of the session stays true.
    await runner.query(`
      CREATE TRIGGER sessions_skipped AFTER UPDATE OF generation, oldest ON sessions FOR EACH ROW
        WHEN (OLD.oldest <> NEW.oldest OR (OLD.generation <> NEW.generation AND NEW.generation > NEW.previous + 1))
        EXECUTE FUNCTION notify_latchkey('session')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER sessions_skipped ON sessions');
    await runner.query('ALTER TABLE sessions DROP COLUMN previous, DROP COLUMN oldest, DROP COLUMN skipped');
  }
}
