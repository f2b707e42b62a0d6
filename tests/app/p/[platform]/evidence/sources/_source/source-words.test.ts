import { expect, test } from 'vitest';
import { FIELD_WORDS, KIND_WORDS } from '#app/p/[platform]/evidence/sources/_source/source-words.ts';
import { SOURCES } from '#server/sources/registry.ts';

test.each(SOURCES.map((source) => [source.kind, source] as const))(
  'every setting of %s has its words',
  (kind, { fields }) => {
    expect(KIND_WORDS[kind]).toBeDefined();
    for (const { name, kind: field, options } of fields.filter((one) => one.kind !== 'queries')) {
      expect(FIELD_WORDS[name], name).toBeDefined();
      if (field === 'choice') expect(Object.keys(FIELD_WORDS[name]?.options ?? {})).toEqual(options);
    }
  },
);
