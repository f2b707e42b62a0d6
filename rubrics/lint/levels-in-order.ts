import type { Check, Fault } from './check.ts';

/**
 * Levels are counted from 1, each once and without a gap: meters, maps and charts draw them as so many steps. Where they are
 * gated, the first is what everybody has: it asks for nothing but that there is something at all.
 */
export const levelsInOrder: Check = {
  key: 'levels-in-order',
  find: ({ pack, criteria }) => {
    if (!pack) return [];
    const { file, value } = pack;
    const faults: Fault[] = [];
    const wrong = value.levels.findIndex(({ level }, i) => level !== i + 1);
    if (wrong >= 0)
      faults.push({
        ...{ file, path: ['levels', wrong, 'level'] },
        message: `the levels are ${value.levels.map(({ level }) => level).join(', ')}: they are counted from 1, without a gap`,
        instead: `write "level: ${wrong + 1}" and what the level is called in its "name"`,
      });
    const { default: target } = value.targets;
    if (value.floor >= target)
      faults.push({
        ...{ file, path: ['floor'] },
        message: `the floor ${value.floor} is not below the default target ${target}, so there is no distance to cover`,
        instead: `write a floor below ${target}, usually 1 (0 where answers are added up)`,
      });
    if ((value.roll_up ?? 'gated') !== 'gated') return faults;
    const idle = criteria.filter(
      ({ value: { role, level } }) => level === 1 && (role === 'required' || role === 'supporting'),
    );
    return [
      ...faults,
      ...idle.map(({ file: at, path, value: { id } }) => ({
        ...{ file: at, path: [...path, 'level'] },
        message: `${id} would never count: level 1 is where every cell begins, and asks for nothing`,
        instead:
          'write "role: anchor" for what must exist at all, or count the scale one higher (a scale from 0 to 3 as 1 to 4, with its own names)',
      })),
    ];
  },
};
