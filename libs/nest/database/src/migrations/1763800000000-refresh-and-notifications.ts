import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class RefreshAndNotifications1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Sessions from before get an empty secret: no refresh token was ever made for them, and none verifies.
    await runner.query(`
      ALTER TABLE sessions
        ADD COLUMN secret          bytea       NOT NULL DEFAULT '',
        ADD COLUMN generation      integer     NOT NULL DEFAULT 0,
        ADD COLUMN confirmed       integer     NOT NULL DEFAULT 0,
        ADD COLUMN rotated_at      timestamptz,
        ADD COLUMN idle_expires_at timestamptz NOT NULL DEFAULT now() + interval '14 days',
        ADD COLUMN last_seen_at    timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN remember        boolean     NOT NULL DEFAULT true`);
    await runner.query(`
      ALTER TABLE sessions
        ALTER COLUMN secret DROP DEFAULT,
        ALTER COLUMN idle_expires_at DROP DEFAULT`);
    // Whatever changes what a replica may remember of a session tells all replicas, in the same transaction.
    await runner.query(`
      CREATE FUNCTION notify_latchkey() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('latchkey', TG_ARGV[0] || ':' || OLD.id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER sessions_ended AFTER UPDATE OF ended_at, expires_at ON sessions FOR EACH ROW
        WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at OR OLD.expires_at IS DISTINCT FROM NEW.expires_at)
        EXECUTE FUNCTION notify_latchkey('session')`);
    await runner.query(`
      CREATE TRIGGER sessions_deleted AFTER DELETE ON sessions FOR EACH ROW
        WHEN (OLD.ended_at IS NULL AND OLD.expires_at > now() AND OLD.idle_expires_at > now())
        EXECUTE FUNCTION notify_latchkey('session')`);
    await runner.query(`
      CREATE TRIGGER users_changed AFTER UPDATE OF email, username, display_name, roles, is_active ON users FOR EACH ROW
        WHEN ((OLD.email, OLD.username, OLD.display_name, OLD.roles, OLD.is_active)
              IS DISTINCT FROM (NEW.email, NEW.username, NEW.display_name, NEW.roles, NEW.is_active))
        EXECUTE FUNCTION notify_latchkey('user')`);
    await runner.query(`
      CREATE TRIGGER users_deleted AFTER DELETE ON users FOR EACH ROW EXECUTE FUNCTION notify_latchkey('user')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER users_deleted ON users');
    await runner.query('DROP TRIGGER users_changed ON users');
    await runner.query('DROP TRIGGER sessions_deleted ON sessions');
    await runner.query('DROP TRIGGER sessions_ended ON sessions');
    await runner.query('DROP FUNCTION notify_latchkey');
    await runner.query(`
      ALTER TABLE sessions
        DROP COLUMN secret, DROP COLUMN generation, DROP COLUMN confirmed, DROP COLUMN rotated_at,
        DROP COLUMN idle_expires_at, DROP COLUMN last_seen_at, DROP COLUMN remember`);
  }
}
