import { type Database } from './database';

const HOLD = 7;

/** Keeps imports from getting past a line of their file: they wait there, in the midst of a transaction. */
export class Barrier {
  constructor(private readonly sql: Database['sql']) {}

  async putBehind(line: number): Promise<void> {
    await this.sql(`CREATE OR REPLACE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${HOLD}); RETURN NEW; END $$`);
    await this.sql(`CREATE OR REPLACE TRIGGER barrier BEFORE UPDATE ON imports FOR EACH ROW
      WHEN (NEW.line > ${line}) EXECUTE FUNCTION wait()`);
    await this.sql(`SELECT pg_advisory_lock(${HOLD})`);
  }

  async lift(): Promise<void> {
    await this.sql(`SELECT pg_advisory_unlock(${HOLD})`);
  }
}
