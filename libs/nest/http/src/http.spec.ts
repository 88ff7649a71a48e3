import { jest } from '@jest/globals';
import { z } from 'zod';
import { isDatabaseAway } from './database-away';
import { InvalidInput, NotFound, PathId, SchemaPipe } from './index';

describe('SchemaPipe', () => {
  const schema = z.object({ email: z.string('Enter your e-mail address') });
  const check = (value: unknown) => new SchemaPipe().transform(value, { type: 'body', schema });

  it('drops what the schema does not know', async () => {
    expect(await check({ email: 'ada', admin: true })).toEqual({ email: 'ada' });
  });

  it('checks once what two pipes are given', async () => {
    const counted = jest.fn(() => true);
    const twice = { type: 'body', schema: z.object({ email: z.string().refine(counted) }) } as const;
    const first = await new SchemaPipe().transform({ email: 'ada' }, twice);
    expect(await new SchemaPipe().transform(first, twice)).toBe(first);
    expect(counted).toHaveBeenCalledTimes(1);
  });

  it('answers one line a field', async () => {
    const refusal = await check({ email: [] }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidInput);
    expect((refusal as InvalidInput).fact.errors).toEqual([{ path: 'email', message: 'Enter your e-mail address' }]);
  });
});

describe('SchemaPipe over a check that throws', () => {
  const stumbling = z.object({ email: z.unknown().refine((value) => (value as string).startsWith('a')) });

  it('refuses what the check stumbled over', async () => {
    const checked = new SchemaPipe().transform({ email: null }, { type: 'body', schema: stumbling });
    await expect(checked).rejects.toBeInstanceOf(InvalidInput);
  });
});

describe('isDatabaseAway', () => {
  it('tells an absent database from a refused statement', () => {
    expect(isDatabaseAway(Object.assign(new Error(), { code: '57P01' }))).toBe(true);
    expect(isDatabaseAway(new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]))).toBe(true);
    expect(isDatabaseAway(new Error('Query runner already released. Cannot run queries anymore.'))).toBe(true);
    expect(isDatabaseAway(Object.assign(new Error(), { code: '23505' }))).toBe(false);
    expect(isDatabaseAway(null)).toBe(false);
  });
});

describe('PathId', () => {
  const refusal = new PathId(NotFound);

  it('has one spelling for an id', () => {
    const id = crypto.randomUUID();
    expect([refusal.transform(id), refusal.transform(id.toUpperCase())]).toEqual([id, id]);
  });

  it.each(['', 'x', '1', "' OR true --", '\0', `{${crypto.randomUUID()}}`, `${crypto.randomUUID()} `, 'x'.repeat(90)])(
    'refuses %j as unknown',
    (value) => {
      expect(() => refusal.transform(value)).toThrow(NotFound);
    },
  );
});
