import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What GET /users sorts, searches and filters by, so that it costs the same however many users there are (decision 11). */
export class ListsOfUsers1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // In C order LIKE 'ada%' is a range of the index, whatever the database's own order is.
    await runner.query('CREATE INDEX users_email_idx ON users (email COLLATE "C", id)');
    await runner.query('CREATE INDEX users_registered_on_idx ON users (registered_on, id)');
    await runner.query(
      'CREATE INDEX users_username_idx ON users (username COLLATE "C", id) WHERE username IS NOT NULL',
    );
    // Not a partial one: from those PostgreSQL takes no statistics, and then it plans for few where there are many.
    await runner.query('CREATE INDEX users_display_name_idx ON users (lower(display_name) COLLATE "C", id)');
    // The few among the many, which a walk through one of the others would find late.
    await runner.query(`
      CREATE INDEX users_all_admins_idx ON users (email COLLATE "C", id) WHERE 'admin' = ANY (roles)`);
    await runner.query('CREATE INDEX users_disabled_idx ON users (email COLLATE "C", id) WHERE NOT is_active');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const what of ['email', 'registered_on', 'username', 'display_name', 'all_admins', 'disabled'])
      await runner.query(`DROP INDEX users_${what}_idx`);
  }
}
