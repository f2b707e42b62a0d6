import { applies, classesOf, nameOf, pruned } from './capability-classes.ts';
import type { Check } from './check.ts';

/** Wherever a criterion applies, at least one part of its test applies too. */
export const noEmptyCombination: Check = {
  key: 'no-empty-combination',
  find: (source) =>
    source.criteria.flatMap(({ file, path, value }) => {
      if (value.scope === 'platform') return [];
      const bare = classesOf(source).find((each) => applies(value.applies_to, each) && !pruned(value.test, each));
      if (!bare) return [];
      return [
        {
          file,
          path: [...path, 'test'],
          message: `for ${nameOf(bare)} no part of this test is left`,
          instead: 'add a part that applies there, or narrow the "applies_to" of the criterion',
        },
      ];
    }),
};
