import { type Check, isWhole } from './check.ts';

/** What was renamed is gone, and lives on under an id that the pack has. */
export const knownRenames: Check = {
  key: 'known-renames',
  find: ({ pack, criteria, ...source }) => {
    if (!pack || !isWhole({ pack, criteria, ...source }, /^criteria\//)) return [];
    const ids = new Set(criteria.map(({ value }) => value.id));
    return Object.entries(pack.value.renamed ?? {}).flatMap(([from, to]) => {
      const place = { file: pack.file, path: [...pack.path, 'renamed', from] };
      if (ids.has(from)) {
        const instead = 'remove this line, or the criterion: an id is never given to another claim';
        return [{ ...place, message: `${from} was renamed and is still a criterion`, instead }];
      }
      if (ids.has(to)) return [];
      return [{ ...place, message: `there is no criterion ${to}`, instead: 'name the id under which it lives on now' }];
    });
  },
};
