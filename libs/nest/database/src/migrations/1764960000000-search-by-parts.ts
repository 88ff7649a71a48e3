import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Finds users by any part of their names (decision 11). pg_trgm comes with PostgreSQL, but not with every server of it, and not every
 * role may create it: without, a search is for the beginning. Who has millions of users makes the index beforehand, CONCURRENTLY.
 */
export class SearchByParts1764960000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
      EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
        RAISE NOTICE 'No pg_trgm: users are found by the beginning of their names alone.';
      END $$`);
    // The extension may lie in a schema that is not searched.
    await runner.query(`
      DO $$
      DECLARE place text := (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm');
      BEGIN
        IF place IS NOT NULL THEN
          EXECUTE 'CREATE INDEX IF NOT EXISTS users_parts_idx ON users USING gin ((coalesce(email, '''') || chr(10)
            || coalesce(username, '''') || chr(10) || lower(coalesce(display_name, ''''))) ' || place || '.gin_trgm_ops)';
        END IF;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS users_parts_idx');
  }
}
