import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeFields, secretNames } from '#server/connections/setting-fields.ts';
import { SOURCES } from '#server/sources/registry.ts';

test('every setting of every source says how it is asked for', () => {
  expect(SOURCES.map(({ kind }) => kind)).toEqual([...new Set(SOURCES.map(({ kind }) => kind))]);
  for (const { fields, schema } of SOURCES) expect(fields.map(({ name }) => name)).toEqual(Object.keys(schema.shape));
});

test('a setting that does not say it is a mistake', () => {
  expect(() => describeFields(z.object({ address: z.string() }))).toThrow();
});

test('choices, defaults and secrets follow from the schema', () => {
  const fields = SOURCES.find(({ kind }) => kind === 'prometheus')?.fields ?? [];
  expect(fields.find(({ name }) => name === 'auth')).toEqual({
    name: 'auth',
    kind: 'choice',
    required: false,
    initial: 'none',
    options: ['none', 'bearer', 'basic'],
    when: null,
    rare: false,
  });
  expect(fields.find(({ name }) => name === 'address')).toMatchObject({ required: true, initial: null });
  expect(secretNames(fields)).toEqual(['token', 'password']);
});
