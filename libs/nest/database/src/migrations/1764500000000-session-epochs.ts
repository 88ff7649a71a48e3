import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What `sessions_live_idx` finds: those of a user that nothing has ended yet. */
const LIVE = 'ended_at IS NULL AND expires_at > now() AND idle_expires_at > now()';

/** All sessions of a user end by one write, and an account has only so many of them (decision 14). */
export class SessionEpochs1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A session is over once its user is in a later epoch than the one it was opened in.
    await runner.query('ALTER TABLE users ADD COLUMN session_epoch integer NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE sessions ADD COLUMN epoch integer NOT NULL DEFAULT 0');
    // When and why an epoch ended, and the sessions opened in it.
    await runner.query(`
      CREATE TABLE session_ends (
        user_id  uuid        NOT NULL,
        epoch    integer     NOT NULL,
        ended_at timestamptz NOT NULL DEFAULT now(),
        reason   text        NOT NULL,
        CONSTRAINT session_ends_pkey PRIMARY KEY (user_id, epoch),
        CONSTRAINT session_ends_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX session_ends_ended_at_idx ON session_ends (ended_at)');
    await runner.query(
      'CREATE INDEX sessions_live_idx ON sessions (user_id, epoch, expires_at) WHERE ended_at IS NULL',
    );
    await runner.query('DROP INDEX sessions_user_id_idx');
    await runner.query('CREATE INDEX sessions_user_id_idx ON sessions (user_id, created_at)');
    await this.notifications(runner);
    await this.functions(runner);
  }

  /** One notification a user, however many sessions are over. */
  private async notifications(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER users_changed ON users');
    await runner.query(`
      CREATE TRIGGER users_changed
        AFTER UPDATE OF email, username, display_name, roles, is_active, session_epoch ON users FOR EACH ROW
        WHEN ((OLD.email, OLD.username, OLD.display_name, OLD.roles, OLD.is_active, OLD.session_epoch)
              IS DISTINCT FROM (NEW.email, NEW.username, NEW.display_name, NEW.roles, NEW.is_active, NEW.session_epoch))
        EXECUTE FUNCTION notify_latchkey('user')`);
    await runner.query(`
      CREATE FUNCTION notify_sessions_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('latchkey', 'user:' || id)
           FROM users
          WHERE EXISTS (SELECT FROM gone WHERE user_id = users.id AND epoch = session_epoch AND ${LIVE})
            AND id IN (SELECT user_id FROM gone);
        RETURN NULL;
      END $$`);
    await runner.query('DROP TRIGGER sessions_deleted ON sessions');
    await runner.query(`
      CREATE TRIGGER sessions_deleted AFTER DELETE ON sessions REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
        EXECUTE FUNCTION notify_sessions_deleted()`);
  }

  private async functions(runner: QueryRunner): Promise<void> {
    // In a function each statement sees what was committed while the first one waited for the row of the user.
    await runner.query(`
      CREATE FUNCTION end_sessions(whose uuid, why text, kept uuid[] DEFAULT '{}') RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        past integer;
        live uuid[];
      BEGIN
        SELECT session_epoch INTO past FROM users WHERE id = whose FOR NO KEY UPDATE;
        IF past IS NULL THEN RETURN 0; END IF;
        IF cardinality(kept) > 0 AND NOT EXISTS (
          SELECT FROM sessions WHERE id = ANY (kept) AND user_id = whose AND epoch = past AND ${LIVE}
        ) THEN RETURN NULL; END IF;
        live := ARRAY (
          SELECT id FROM sessions WHERE user_id = whose AND epoch = past AND ${LIVE} AND id <> ALL (kept) LIMIT 1000);
        UPDATE users SET session_epoch = past + 1 WHERE id = whose;
        UPDATE sessions SET epoch = past + 1 WHERE id = ANY (kept) AND user_id = whose AND epoch = past AND ended_at IS NULL;
        INSERT INTO session_ends (user_id, epoch, reason) VALUES (whose, past, why);
        RETURN cardinality(live);
      END $$`);
    // One or two too many are ended one by one; where there are more, all are, and the newest are taken along.
    await runner.query(`
      CREATE FUNCTION keep_newest_sessions(whose uuid, opened uuid, most integer) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        newest uuid[];
      BEGIN
        newest := ARRAY (
          SELECT s.id FROM sessions s
           WHERE user_id = whose AND epoch = (SELECT session_epoch FROM users WHERE id = whose) AND ${LIVE}
           ORDER BY s.id = opened DESC, created_at DESC, s.id DESC LIMIT most + 10);
        IF cardinality(newest) = most + 10 THEN
          PERFORM end_sessions(whose, 'too_many_sessions', newest[:most]);
        ELSIF cardinality(newest) > most THEN
          UPDATE sessions SET ended_at = now(), ended_reason = 'too_many_sessions'
           WHERE id = ANY (newest[most + 1:]) AND ended_at IS NULL;
        END IF;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What an epoch ended stays ended.
    await runner.query(`
      UPDATE sessions s SET ended_at = e.ended_at, ended_reason = e.reason
        FROM session_ends e WHERE e.user_id = s.user_id AND e.epoch = s.epoch AND s.ended_at IS NULL`);
    await runner.query('DROP FUNCTION keep_newest_sessions');
    await runner.query('DROP FUNCTION end_sessions');
    await runner.query('DROP TRIGGER sessions_deleted ON sessions');
    await runner.query('DROP FUNCTION notify_sessions_deleted');
    await runner.query(`
      CREATE TRIGGER sessions_deleted AFTER DELETE ON sessions FOR EACH ROW
        WHEN (OLD.ended_at IS NULL AND OLD.expires_at > now() AND OLD.idle_expires_at > now())
        EXECUTE FUNCTION notify_latchkey('session')`);
    await runner.query('DROP TRIGGER users_changed ON users');
    await runner.query(`
      CREATE TRIGGER users_changed AFTER UPDATE OF email, username, display_name, roles, is_active ON users FOR EACH ROW
        WHEN ((OLD.email, OLD.username, OLD.display_name, OLD.roles, OLD.is_active)
              IS DISTINCT FROM (NEW.email, NEW.username, NEW.display_name, NEW.roles, NEW.is_active))
        EXECUTE FUNCTION notify_latchkey('user')`);
    await runner.query('DROP INDEX sessions_user_id_idx');
    await runner.query('CREATE INDEX sessions_user_id_idx ON sessions (user_id)');
    await runner.query('DROP INDEX sessions_live_idx');
    await runner.query('DROP TABLE session_ends');
    await runner.query('ALTER TABLE sessions DROP COLUMN epoch');
    await runner.query('ALTER TABLE users DROP COLUMN session_epoch');
  }
}
