import { type Check, type Fault, testsIn } from './check.ts';
import { canCome } from './feasible.ts';
import { definitionsOf } from './leaf-unit.ts';

/** A limiter names the level at which it holds a cell, below the top, and its symptom can really occur. */
export const limitersCanFire: Check = {
  key: 'limiters-can-fire',
  find: (source) => {
    const definitions = definitionsOf(source);
    const levels = source.pack?.value.levels.map((each) => each.level) ?? [];
    const top = Math.max(...levels);
    return source.criteria.flatMap((criterion) => {
      const { file, path, value } = criterion;
      const { role, caps_at: cap, id } = value;
      const faults: Fault[] = [];
      const add = (field: string, message: string, instead: string) =>
        faults.push({ file, path: [...path, field], message, instead });
      if (role !== 'limiter') {
        if (cap !== undefined) add('caps_at', `${id} is no limiter, so "caps_at" does nothing`, 'remove it');
        return faults;
      }
      const below = levels.filter((level) => level < top).join(', ');
      if (cap === undefined) add('role', `the limiter ${id} holds no cell`, `add "caps_at:" with one of ${below}`);
      else if (cap >= top && levels.length > 0)
        add('caps_at', `a cap at ${cap} never holds anything: ${top} is the top level`, `write one of ${below}`);
      if (!canCome(value.test, true, definitions, null)) {
        const leaf = testsIn(criterion).find(({ test }) => !canCome(test, true, definitions, null) && 'is' in test);
        const at = leaf ? [...leaf.path, 'is'] : [...path, 'test'];
        const message = `the symptom of ${id} can never occur`;
        faults.push({ file, path: at, message, instead: 'write a threshold within the range of the values' });
      }
      return faults;
    });
  },
};
