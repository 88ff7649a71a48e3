import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class AnyColumnOfUsers1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Columns that an application adds are remembered with the session too: no list here could know them.
    await runner.query('DROP TRIGGER users_changed ON users');
    await runner.query(`
      CREATE TRIGGER users_changed AFTER UPDATE ON users FOR EACH ROW
        WHEN (to_jsonb(OLD) - 'password_hash' IS DISTINCT FROM to_jsonb(NEW) - 'password_hash')
        EXECUTE FUNCTION notify_latchkey('user')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER users_changed ON users');
    await runner.query(`
      CREATE TRIGGER users_changed
        AFTER UPDATE OF email, username, display_name, roles, is_active, session_epoch ON users FOR EACH ROW
        WHEN ((OLD.email, OLD.username, OLD.display_name, OLD.roles, OLD.is_active, OLD.session_epoch)
              IS DISTINCT FROM (NEW.email, NEW.username, NEW.display_name, NEW.roles, NEW.is_active, NEW.session_epoch))
        EXECUTE FUNCTION notify_latchkey('user')`);
  }
}
