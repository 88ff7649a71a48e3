import { DataSource } from 'typeorm';
import { ask, FromDocs, PASSWORD, PATIENCE, run } from './from-docs';

describe('"Your own fields, roles and hooks"', () => {
  const docs = new FromDocs('fields-roles-hooks');
  afterAll(() => docs.remove());

  it('compiles', () => expect(docs.compiled()).toBe(''), PATIENCE);

  it('runs, with the field, the role and the hooks', async () => {
    const app = await run(docs);
    const database = app.get(DataSource);
    await database.query('CREATE TABLE carts (owner uuid REFERENCES users (id))');
    const person = { email: 'ada@example.com', password: PASSWORD };
    const refused = await ask(app, '/auth/register', { body: { ...person, companyId: 13 } });
    expect(refused.body.errors).toEqual([{ path: 'companyId', message: 'This company takes nobody.' }]);
    const { body } = await ask(app, '/auth/register', { body: { ...person, companyId: 7 } });
    const token = body.auth_token;
    expect(await database.query('SELECT owner FROM carts')).toEqual([{ owner: body.data.user_id }]);
    const status = await ask(app, '/auth/status', { token });
    expect(status.body.data).toMatchObject({ companyId: 7, claims: { company: 7 } });
    expect((await ask(app, '/orders/new', { token })).status).toBe(403);
    await database.query(`UPDATE users SET roles = '{clerk}'`);
    const asked = performance.now();
    let answer = await ask(app, '/orders/new', { token });
    while (answer.status !== 200 && performance.now() - asked < 10_000)
      answer = await ask(app, '/orders/new', { token });
    expect(answer.body).toEqual({ company: 7 });
  });
});
