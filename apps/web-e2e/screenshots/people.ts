import { PASSWORD, type Visitor } from '../src/journey';

const AGENTS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0',
  'curl/8.9.1',
];

const GRACE = 'grace.hopper@navy.example.org';
const NAMES = [
  [GRACE, 'Grace Hopper'],
  ['katherine.johnson@example.com', 'Katherine Johnson'],
  ['margaret.hamilton@apollo-guidance.example.com', null],
  ['annie.easley@example.com', 'Annie Easley'],
  ['mary.jackson@example.com', 'Mary Jackson'],
  ['radia.perlman@spanning-tree.example.net', 'Radia Perlman'],
  ['a-person-with-a-rather-long-address@a-department.of-some-university.example.edu', null],
  ['dorothy.vaughan@example.com', 'Dorothy Vaughan'],
] as const;

/** Ada, an administrator with a name and a few devices, and some others. */
export async function people(visitor: Visitor): Promise<void> {
  const { server, page } = visitor;
  await visitor.register();
  await visitor.isAt('/status');
  await visitor.becomeAdministrator();
  await server.sql(`UPDATE users SET display_name = 'Ada Lovelace' WHERE email = $1`, [visitor.email]);
  await comeIn(visitor, '/auth/register', GRACE, AGENTS[0]);
  await comeIn(visitor, '/auth/login', GRACE, AGENTS[1]);
  for (const agent of AGENTS) await comeIn(visitor, '/auth/login', visitor.email, agent);
  await server.sql(
    `UPDATE sessions SET last_seen_at = now() - interval '26 hours', created_at = now() - interval '9 days'
     WHERE user_agent LIKE '%Firefox%'`,
  );
  for (const [email, name] of NAMES)
    await server.sql(
      `INSERT INTO users (id, email, display_name, password_hash, is_active, registered_on)
       VALUES (gen_random_uuid(), $1, $2, 'x', $1 NOT LIKE 'mary%', now() - interval '1 day' * length($1))
       ON CONFLICT (email) DO UPDATE SET display_name = excluded.display_name, registered_on = excluded.registered_on`,
      [email, name],
    );
  await page.reload();
}

async function comeIn({ server }: Visitor, path: string, email: string, agent: string | undefined): Promise<void> {
  const headers = { 'content-type': 'application/json', ...(agent && { 'user-agent': agent }) };
  const body = JSON.stringify({ email, password: PASSWORD });
  await fetch(server.url + path, { method: 'POST', headers, body });
}
