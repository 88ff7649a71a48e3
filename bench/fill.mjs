/** Tables of the size that a product grows to, filled by PostgreSQL itself. */
import { Client } from 'pg';

const SESSIONS_EACH = 3;

/** Another, empty database on the same server; `drop` removes it. */
export async function otherDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `latchkey_bench_${name}`;
  const drop = () => onServer(url, `DROP DATABASE IF EXISTS latchkey_bench_${name} WITH (FORCE)`);
  await drop();
  await onServer(url, `CREATE DATABASE latchkey_bench_${name}`);
  return { url: other.href, drop };
}

/** Puts `users` users with three sessions each into the tables at `url`, unless they are there already. */
export async function fill(url, users) {
  const { rows } = await onServer(url, 'SELECT count(*)::int AS n FROM (SELECT FROM users LIMIT 100) found');
  if (rows[0].n >= 100) return;
  if (users > 100_000) console.log(`  filling: ${users} users with ${SESSIONS_EACH} sessions each …`);
  const id = 'gen_random_uuid()';
  await onServer(
    url,
    `INSERT INTO users (id, email, password_hash)
       SELECT ${id}, 'user' || n || '@example.com', 'v1$p1$2b$12$' || repeat('.', 53) FROM generate_series(1, ${users}) n`,
  );
  await onServer(
    url,
    `INSERT INTO sessions (id, user_id, expires_at, idle_expires_at, secret, user_agent, address)
       SELECT ${id}, u.id, now() + interval '30 days', now() + interval '14 days', sha256(u.id::text::bytea), 'bench', '127.0.0.1'
         FROM users u, generate_series(1, ${SESSIONS_EACH})`,
  );
  await onServer(url, 'VACUUM ANALYZE');
}

async function onServer(url, statement) {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}
