import { usersFound, type UsersWanted } from '@latchkey/nest/users';
import { Client } from 'pg';
import { cookieOf } from './dialects/cookie';
import { PASSWORD, TestApi } from './start-api';

describe('the list of users', () => {
  let api: TestApi;
  let admin: Awaited<ReturnType<TestApi['administrator']>>;
  beforeAll(async () => {
    api = await TestApi.start();
    admin = await api.administrator();
    await api.sql('UPDATE users SET email = $1 WHERE id = $2', ['zz@example.com', admin.id]);
    const insert = `INSERT INTO users (id, email, username, display_name, password_hash, roles, is_active, registered_on)`;
    await api.sql(`${insert} SELECT gen_random_uuid(), 'person' || lpad(n::text, 3, '0') || '@example.com', NULL, NULL, 'x',
      CASE WHEN n <= 3 THEN '{user,admin}'::text[] ELSE '{user}' END, n % 10 <> 0, timestamptz '2020-01-01' - n * interval '1 day'
      FROM generate_series(1, 60) n`);
    await api.sql(`${insert} VALUES
      (gen_random_uuid(), NULL, 'only.name_1', 'Ånna_50%', 'x', '{user}', true, '2001-01-01'),
      (gen_random_uuid(), 'a_b@example.com', NULL, '\\back', 'x', '{user}', true, '2002-01-01'),
      (gen_random_uuid(), 'acb@example.com', 'person.too', NULL, 'x', '{user}', true, '2003-01-01')`);
  });

  const list = (query: string) => api.get(`/users${query}`, admin.token);
  const names = async (query: string) =>
    ((await list(query)).body.data as unknown as { email: string; username: string }[]).map(
      ({ email, username }) => email?.split('@')[0] ?? username,
    );
  const total = async (query: string) => (await list(query)).body['pagination'];

  const found = async (search: string) => {
    const { status, body } = await list(`?search=${encodeURIComponent(search)}&per_page=100`);
    return [status, body.data?.['length'], body['pagination']];
  };

  it('comes in pages, each user on one of them', async () => {
    expect(await total('')).toEqual({ page: 1, per_page: 25, total: 64 });
    const pages = await Promise.all([1, 2, 3].map((page) => names(`?page=${page}`)));
    expect(pages.map((page) => page.length)).toEqual([25, 25, 14]);
    expect(new Set(pages.flat()).size).toBe(64);
    expect(await list('?page=4')).toMatchObject({
      status: 200,
      body: { data: [], pagination: { page: 4, total: 64 } },
    });
    expect((await list('?page=400&per_page=100')).body.data).toEqual([]);
  });

  it('shows users without what is secret', async () => {
    const { body, headers } = await list('');
    expect(JSON.stringify(body)).not.toMatch(/hash|secret/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is sorted as asked', async () => {
    expect((await names('?per_page=3')).slice(0, 3)).toEqual(['a_b', 'acb', 'person001']);
    expect((await names('?sort=-email')).slice(0, 3)).toEqual(['only.name_1', 'zz', 'person060']);
    expect((await names('?sort=registered_on'))[0]).toBe('only.name_1');
    expect((await names('?sort=-registered_on')).slice(0, 2)).toEqual(['zz', 'person001']);
  });

  it.each([
    ['person00', 9],
    ['RSON00', 9],
    [' person001@EXAMPLE ', 1],
    ['son.to', 1],
    ['name_1', 1],
    ['ånna', 1],
    ['ÅNNA_50%', 1],
    ['A\u030anna', 1],
    ['ck', 0],
    ['\\back', 1],
    ['acb@', 1],
    ['a_b', 1],
    ['n_name', 0],
    ['%', 0],
    ['_', 0],
    ['\\', 1],
    ["' OR true --", 0],
    ['example.com', 63],
    ['', 64],
  ])('finds by %p what has it in a name: %p', async (search, count) => {
    expect(await found(search)).toMatchObject([200, count, { total: count }]);
  });

  it('finds what begins with it, where the database has no pg_trgm', async () => {
    await api.sql('ALTER INDEX users_parts_idx RENAME TO users_parts_gone');
    const all = Promise.all(['person00', 'rson00', 'ånna', 'example.com'].map(async (text) => (await found(text))[1]));
    await all.finally(() => api.sql('ALTER INDEX users_parts_gone RENAME TO users_parts_idx'));
    expect(await all).toEqual([9, 0, 1, 0]);
  });

  it('is filtered by role and by state, together with a search', async () => {
    expect(await names('?role=admin')).toEqual(['person001', 'person002', 'person003', 'zz']);
    expect(await total('?role=user')).toMatchObject({ total: 64 });
    expect(await names('?is_active=false&sort=registered_on&per_page=2')).toEqual(['person060', 'person050']);
    expect(await total('?is_active=true')).toMatchObject({ total: 58 });
    expect(await names('?search=person01&is_active=false')).toEqual(['person010']);
    expect(await names('?search=person&role=admin&is_active=true&sort=-email')).toEqual([
      'person003',
      'person002',
      'person001',
    ]);
  });

  it.each([
    ['page=0', 'page'],
    ['per_page=101', 'per_page'],
    ['per_page=25;', 'per_page'],
    ['page=1&page=2', 'page'],
    ['sort=password_hash', 'sort'],
    ['role=root', 'role'],
    ['is_active=1', 'is_active'],
    ['search=%00', 'search'],
    ['search[]=a&search=b', 'search'],
  ])('refuses %s', async (query, path) => {
    const { status, body } = await list(`?${query}`);
    if (path === 'search' && status === 200) return;
    expect([status, body['errors']]).toEqual([422, [{ path, message: expect.not.stringContaining('Invalid') }]]);
  });

  it('says what it can be sorted by, and which roles there are', async () => {
    expect((await list('?sort=foo&role=root')).body['errors']).toEqual([
      { path: 'role', message: 'Choose user or admin' },
      { path: 'sort', message: 'Say email or registered_on, and - before it to turn it round' },
    ]);
  });
});

describe('the list of 100,000 users', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start();
    // A connection of its own: the server's would be cut off after ten seconds.
    const client = new Client({ connectionString: api.database.url });
    await client.connect();
    await client.query(`INSERT INTO users (id, email, username, display_name, password_hash, roles, is_active, registered_on)
      SELECT gen_random_uuid(), md5(n::text) || '@example.com', 'name' || n, 'Name ' || n, 'x',
        CASE WHEN n % 20000 = 0 THEN '{user,admin}'::text[] ELSE '{user}' END, n % 5000 <> 0, now() - n * interval '1 minute'
      FROM generate_series(1, 100000) n`);
    await client.query('VACUUM ANALYZE users');
    await client.end();
  }, 120_000);

  const cases: UsersWanted[] = [
    { sort: 'registered_on', hasUsername: true },
    { sort: 'email' },
    { sort: '-email' },
    { sort: 'registered_on' },
    { sort: '-registered_on' },
    { sort: 'email', role: 'user' },
    { sort: 'email', role: 'admin' },
    { sort: '-registered_on', role: 'admin' },
    { sort: '-email', is_active: true },
    { sort: 'email', is_active: false },
    { sort: '-registered_on', is_active: false },
    { sort: 'email', role: 'admin', is_active: true },
    { sort: 'email', search: 'abc' },
    { sort: '-registered_on', search: 'name 1' },
    { sort: 'email', search: 'a', role: 'admin' },
    { sort: 'email', search: 'name', is_active: false },
    { sort: 'email', search: 'name' },
    { sort: '-registered_on', search: 'name', is_active: true },
    { sort: 'email', search: 'nobody' },
    { sort: 'email', search: 'example.com' },
    { sort: '-registered_on', search: 'ame 9999' },
    { sort: '-email', search: '99999' },
    { sort: 'registered_on', search: 'xyz' },
    { sort: 'email', search: 'ample', role: 'admin' },
    { sort: '-registered_on', search: 'ample', is_active: false },
  ];

  const withAndWithoutParts = cases.flatMap((wanted) =>
    (wanted.search ? [true, false] : [false]).map((byParts) => ({ ...wanted, byParts })),
  );

  it.each(withAndWithoutParts)(
    'reads indexes alone for %j, and a bounded part of them',
    async ({ byParts, ...wanted }) => {
      const { sql, parameters } = usersFound(wanted, byParts);
      const [{ 'QUERY PLAN': plan }] = (await api.sql(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, parameters)) as [
        { 'QUERY PLAN': [{ Plan: Node; 'Execution Time': number }] },
      ];
      const nodes = flat(plan[0].Plan);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      for (const node of nodes) expect(node['Actual Rows']).toBeLessThanOrEqual(30_000);
    },
  );

  it('is shown to anybody signed in up to its first 10,000 names, with no walk to what lies behind', async () => {
    const uid = 'ada.of.the.many';
    await api.post('/api/user', { name: 'Ada', uid, password: PASSWORD });
    const { pair } = cookieOf(await api.post('/api/authenticate', { uid, password: PASSWORD }), 'jwt_python_flask');
    const page = async (query: string) => {
      const { body } = await api.send('GET', `/api/user?${query}`, { headers: { cookie: pair } });
      return { shown: (body['users'] as unknown[]).length, pagination: body['pagination'] };
    };
    expect(await page('page=50&per_page=200')).toMatchObject({
      shown: 200,
      pagination: { total: 10_000, has_next: false, has_prev: true },
    });
    for (const deep of [51, 450, 1_000_000])
      expect(await page(`page=${deep}&per_page=200`)).toMatchObject({ shown: 0, pagination: { total: 10_000 } });
    expect((await api.send('GET', '/api/user', { headers: { cookie: pair } })).body['length']).toBe(1000);
  });
});

interface Node {
  'Node Type': string;
  'Actual Rows': number;
  Plans?: Node[];
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
