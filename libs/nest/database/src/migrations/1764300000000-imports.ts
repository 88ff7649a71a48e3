import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Imports1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // How far the import of a file has come, while it is not finished: moved on in the transactions that store its users.
    await runner.query(`
      CREATE TABLE imports (
        source       text        NOT NULL,
        byte_offset  bigint      NOT NULL,
        line         bigint      NOT NULL,
        imported     bigint      NOT NULL,
        skipped      bigint      NOT NULL,
        refused      bigint      NOT NULL,
        report_bytes bigint      NOT NULL,
        updated_at   timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT imports_pkey PRIMARY KEY (source)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imports');
  }
}
