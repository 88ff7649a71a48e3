import fc from 'fast-check';
import * as z from 'zod/mini';
import * as contract from './index';

/** Whatever the library hands out that checks a value. */
const schemas = Object.entries(contract as Record<string, unknown>).filter(
  (entry): entry is [string, z.ZodMiniType & { shape?: object }] => '_zod' in Object(entry[1]),
);

/** No number, text or list can be made of the members that a check would ask for. */
const unusable = { toString: 0, valueOf: 0 };
const MEMBERS = [
  'length',
  'size',
  'normalize',
  'trim',
  'toString',
  'valueOf',
  'toLowerCase',
  'isWellFormed',
  'then',
  'map',
];
const fields = [...new Set(schemas.flatMap(([, schema]) => Object.keys(schema.shape ?? {})))];

const leaf = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    unusable,
    [unusable],
    { length: unusable },
    { length: -1 },
    [],
    {},
    '',
  ),
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true }),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...MEMBERS, ...fields), tie('any'), { maxKeys: 5 }),
  ),
})).any;

describe.each(schemas)('%s', (_, schema) => {
  it('takes or refuses any value that JSON can hold, and throws at none', () => {
    fc.assert(
      fc.property(value, (any) => {
        z.safeParse(schema, any);
      }),
      { numRuns: 500, seed: 20_261_126 },
    );
  });

  it('is not led astray by what calls itself a length', () => {
    for (const length of [unusable, 8, -1, [unusable]])
      for (const field of fields) expect(() => z.safeParse(schema, { [field]: { length } })).not.toThrow();
  });
});
