import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class UsersAndSessions1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id            uuid        NOT NULL,
        email         text,
        username      text,
        display_name  text,
        password_hash text        NOT NULL,
        roles         text[]      NOT NULL DEFAULT '{user}',
        is_active     boolean     NOT NULL DEFAULT true,
        registered_on timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT users_pkey PRIMARY KEY (id),
        CONSTRAINT users_email_unique UNIQUE (email),
        CONSTRAINT users_username_unique UNIQUE (username)
      )`);
    await runner.query(`
      CREATE TABLE sessions (
        id           uuid        NOT NULL,
        user_id      uuid        NOT NULL,
        created_at   timestamptz NOT NULL DEFAULT now(),
        expires_at   timestamptz NOT NULL,
        ended_at     timestamptz,
        ended_reason text,
        user_agent   text,
        address      text,
        CONSTRAINT sessions_pkey PRIMARY KEY (id),
        CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX sessions_user_id_idx ON sessions (user_id)');
    await runner.query('CREATE INDEX sessions_expires_at_idx ON sessions (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sessions');
    await runner.query('DROP TABLE users');
  }
}
