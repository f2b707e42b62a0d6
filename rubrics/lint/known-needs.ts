import type { Criterion } from '../pack.ts';
import type { PackSource } from '../parse-pack.ts';
import { applies, classesOf, nameOf } from './capability-classes.ts';
import { type Check, isWhole, nearest } from './check.ts';

type Trouble = { message: string; instead: string };

/** What a criterion needs is another criterion of the pack, named once, and in force wherever the criterion itself is. */
export const knownNeeds: Check = {
  key: 'known-needs',
  find: (source) => {
    if (!isWhole(source, /^criteria\//)) return [];
    const criteria = new Map(source.criteria.map(({ value }) => [value.id, value]));
    return source.criteria.flatMap(({ file, path, value }) =>
      (value.needs ?? []).flatMap((id, index, needs) => {
        const trouble = needs.indexOf(id) < index ? TWICE : troubleOf(value, id, { criteria, source });
        return trouble === null ? [] : [{ file, path: [...path, 'needs', index], ...trouble }];
      }),
    );
  },
};

const TWICE = { message: 'this need stands here twice', instead: 'name it once' };

function troubleOf(
  { id, scope, applies_to }: Criterion,
  wanted: string,
  { criteria, source }: { criteria: ReadonlyMap<string, Criterion>; source: PackSource },
): Trouble | null {
  if (wanted === id) return { message: `${id} needs itself`, instead: 'name what has to come before it' };
  const needed = criteria.get(wanted);
  if (needed === undefined)
    return { message: `the criterion "${wanted}" is not in this pack`, instead: nearest(wanted, [...criteria.keys()]) };
  if (needed.scope === 'platform') return null;
  if (scope === 'platform')
    return {
      message: `${id} is about the whole platform and ${wanted} about one capability`,
      instead: 'name a criterion of the platform, or leave the need out',
    };
  const where = classesOf(source).filter((each) => applies(applies_to, each));
  const without = where.find((each) => !applies(needed.applies_to, each));
  if (without === undefined) return null;
  return {
    message: `${id} needs ${wanted}, which does not apply to ${nameOf(without)}`,
    instead: `let "applies_to" of ${wanted} include what that of ${id} does`,
  };
}
