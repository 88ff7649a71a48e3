import { FreshTree } from '@latchkey/schematics/testing';
import { nestAdd } from './nest-add';

const MODULE = '/src/app.module.ts';
const DEFAULT = `type: 'postgres', url: process.env.DATABASE_URL, autoLoadEntities: true`;

let bare: FreshTree;
let app: FreshTree;
beforeAll(async () => {
  bare = await FreshTree.of('@nestjs/schematics', 'application', { name: 'shop', directory: '.' });
  app = withTypeOrm(DEFAULT);
});

/** The fresh application with a DataSource. */
const withTypeOrm = (options: string, to = 'forRoot') =>
  bare.with({
    [MODULE]: bare
      .text(MODULE)
      .replace(/^/, "import { TypeOrmModule } from '@nestjs/typeorm';\n")
      .replace('imports: []', `imports: [TypeOrmModule.${to}({ ${options} })]`),
  });
const refusal = (of: FreshTree) =>
  of.after(nestAdd({})).then(
    () => 'not refused',
    (error: Error) => error.message,
  );
const added = async (to: FreshTree) => (await to.after(nestAdd({}))).app;

describe('nest add @latchkey/nest', () => {
  it('puts the module, its options and its secrets into a fresh application', async () => {
    const { app: done, changed, said } = await app.after(nestAdd({}));
    expect(changed.sort()).toEqual(['/.env', '/.gitignore', '/package.json', MODULE, '/src/latchkey.config.ts']);
    expect(done.text(MODULE)).toMatchSnapshot();
    expect(JSON.parse(done.text('/package.json')).dependencies).toMatchObject({
      '@latchkey/nest': expect.any(String),
      '@latchkey/contract': expect.any(String),
      zod: expect.any(String),
    });
    expect(said.join('\n')).toContain('@Public()');
  });

  it('makes secrets that are long enough and no two alike, and keeps them out of Git', async () => {
    const [one, other] = [await added(app), await added(app)];
    const secrets = [one, other].flatMap((done) => done.text('/.env').match(/(?<=^AUTH_\w+=).{43,}$/gm) ?? []);
    expect(new Set(secrets).size).toBe(4);
    expect(one.text('/.gitignore').split('\n')).toContain('.env');
  });

  it('keeps what .env and .gitignore say', async () => {
    const done = await added(app.with({ '/.env': 'PORT=4000\nAUTH_SECRET=mine', '/.gitignore': 'dist\n.env\n' }));
    expect(done.text('/.env')).toMatch(/^PORT=4000\nAUTH_SECRET=mine\nPUBLIC_URL=http:\/\/localhost:4000\n/);
    expect(done.text('/.env').match(/AUTH_SECRET/g)).toHaveLength(1);
    expect(done.text('/.gitignore')).toBe('dist\n.env\n');
  });

  it('changes nothing the second time, and says so', async () => {
    const { changed, said } = await (await added(app)).after(nestAdd({}));
    expect(changed).toEqual([]);
    expect(said).toEqual(['Latchkey is in this application already: nothing was changed.']);
  });

  it('has packages installed, unless that is to be skipped', async () => {
    expect((await app.after(nestAdd({}))).tasks).toEqual(['node-package']);
    expect((await app.after(nestAdd({ skipInstall: true }))).tasks).toEqual([]);
  });

  it('works on the DataSource that there is, named or not, also in a module of its own', async () => {
    expect((await added(withTypeOrm(`${DEFAULT}, name: 'shop'`))).text(MODULE)).toContain(
      "dataSource: 'shop', migrations",
    );
    expect((await added(withTypeOrm('useFactory: make', 'forRootAsync'))).text(MODULE)).toContain(
      'forRootAsync({ migrations',
    );
    const elsewhere = bare.with({ '/src/data.module.ts': app.text(MODULE) });
    expect((await added(elsewhere)).text(MODULE)).toContain('imports: [LatchkeyModule.forRootAsync(');
  });

  it('refuses an application without a DataSource that fits, and says what to paste', async () => {
    expect(await refusal(bare)).toMatch(/Nothing was changed[^]*npm install @nestjs\/typeorm[^]*TypeOrmModule.forRoot/);
    expect(await refusal(withTypeOrm("type: 'mysql'"))).toMatch(/works on PostgreSQL/);
    expect(await refusal(withTypeOrm("type: 'postgres'"))).toMatch(/autoLoadEntities: true/);
  });

  it('refuses a module that it cannot edit, and says what to paste', async () => {
    const computed = app.with({ [MODULE]: app.text(MODULE).replace(/imports: (.*),/, 'imports: all($1),') });
    const gone = app.with({ [MODULE]: null, '/src/root.module.ts': app.text(MODULE) });
    for (const strange of [computed, gone])
      expect(await refusal(strange)).toMatch(
        /Nothing was changed[^]*LatchkeyModule.forRootAsync\(\{ migrations: 'run'/,
      );
  });
});
