import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class LastAdmin1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Few rows however many users there are: the question below is answered from here.
    await runner.query(`CREATE INDEX users_admins_idx ON users (id) WHERE is_active AND 'admin' = ANY (roles)`);
    // Held here, so that no road around it exists: neither the API, nor the command line, nor a statement by hand. Those who
    // remove administrators queue up; each looks anew once it is alone.
    await runner.query(`
      CREATE FUNCTION keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('latchkey'), hashtext('last admin'));
        IF NOT EXISTS (SELECT FROM users WHERE is_active AND 'admin' = ANY (roles) AND id <> OLD.id) THEN
          RAISE EXCEPTION 'The last active administrator stays.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'users_last_admin';
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await runner.query(`
      CREATE TRIGGER users_admin_changed BEFORE UPDATE OF roles, is_active ON users FOR EACH ROW
        WHEN (OLD.is_active AND 'admin' = ANY (OLD.roles) AND NOT (NEW.is_active AND 'admin' = ANY (NEW.roles)))
        EXECUTE FUNCTION keep_an_admin()`);
    await runner.query(`
      CREATE TRIGGER users_admin_deleted BEFORE DELETE ON users FOR EACH ROW
        WHEN (OLD.is_active AND 'admin' = ANY (OLD.roles))
        EXECUTE FUNCTION keep_an_admin()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER users_admin_deleted ON users');
    await runner.query('DROP TRIGGER users_admin_changed ON users');
    await runner.query('DROP FUNCTION keep_an_admin');
    await runner.query('DROP INDEX users_admins_idx');
  }
}
