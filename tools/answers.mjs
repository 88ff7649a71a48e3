/** Exit code 0 where a PostgreSQL answers at the address given. */
import pg from 'pg';

const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 2_000 });
try {
  await client.connect();
  await client.end();
} catch {
  process.exit(1);
}
