import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class PepperProofs1764590000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Tells whether a pepper is the one that was used under its name, without telling the pepper.
    await runner.query(`
      CREATE TABLE peppers (
        id    text NOT NULL,
        proof text NOT NULL,
        CONSTRAINT peppers_pkey PRIMARY KEY (id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE peppers');
  }
}
