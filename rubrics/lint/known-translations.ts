import { type Check, type Fault, isWhole } from './check.ts';

/** Translations are of something that the pack has, and stand in the file of their language. */
export const knownTranslations: Check = {
  key: 'known-translations',
  find: (source) => {
    const { pack, criteria, locales } = source;
    if (!pack || !isWhole(source, /^criteria\//)) return [];
    const has = {
      levels: new Set(pack.value.levels.map((level) => level.key)),
      aspects: new Set(pack.value.aspects.map((aspect) => aspect.key)),
      capabilities: new Set(pack.value.capabilities.map((capability) => capability.key)),
      criteria: new Set(criteria.map((criterion) => criterion.value.id)),
    };
    return locales.flatMap(({ file, value }) => {
      const faults: Fault[] = (['levels', 'aspects', 'capabilities', 'criteria'] as const).flatMap((list) =>
        Object.keys(value[list] ?? {})
          .filter((key) => !has[list].has(key))
          .map((key) => ({
            file,
            path: [list, key],
            message: `the pack has no ${key} among its ${list}`,
            instead: 'correct the key, or remove the translation',
          })),
      );
      if (file !== `locales/${value.language}.yaml`)
        faults.push({
          file,
          path: ['language'],
          message: `the language is "${value.language}", but the file is ${file}`,
          instead: `move it to locales/${value.language}.yaml`,
        });
      return faults;
    });
  },
};
