import { expect, test } from 'vitest';
import { FIELD_WORDS, KIND_WORDS } from '#app/p/[platform]/settings/trackers/_tracker/tracker-words.ts';
import { TRACKERS } from '#server/trackers/registry.ts';

test('every kind of tracker has a name, and every setting of it a label', () => {
  for (const { kind, fields } of TRACKERS) {
    expect(KIND_WORDS).toHaveProperty(kind);
    expect(Object.keys(FIELD_WORDS[kind] ?? {}).toSorted()).toEqual(fields.map(({ name }) => name).toSorted());
  }
});
