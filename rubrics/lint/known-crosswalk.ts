import { type Check, isWhole, nearest } from './check.ts';

/** A crosswalk begins at an aspect or a criterion of the pack. */
export const knownCrosswalk: Check = {
  key: 'known-crosswalk',
  find: (source) => {
    const { pack, criteria, crosswalk } = source;
    if (!pack || !isWhole(source, /^criteria\//)) return [];
    const known = [...pack.value.aspects.map(({ key }) => key), ...criteria.map(({ value }) => value.id)];
    return crosswalk
      .filter(({ value }) => !known.includes(value.from))
      .map(({ file, path, value }) => ({
        file,
        path: [...path, 'from'],
        message: `the pack has no aspect or criterion "${value.from}"`,
        instead: nearest(value.from, known),
      }));
  },
};
