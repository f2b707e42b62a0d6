import type { Check, Fault } from './check.ts';

/** An id such as INT-3.a says where the criterion belongs: aspect, level and file agree with it; anchors are of level 1. */
export const criterionInPlace: Check = {
  key: 'criterion-in-place',
  find: ({ criteria, pack }) => {
    const prefixes = new Map<string, string>();
    return criteria.flatMap(({ file, path, value: { id, aspect, level, role } }) => {
      const faults: Fault[] = [];
      const add = (field: string, message: string, instead: string) =>
        faults.push({ file, path: [...path, field], message, instead });
      const [prefix = '', rest = ''] = id.split('-');
      const usual = prefixes.get(aspect) ?? prefix;
      prefixes.set(aspect, usual);
      if (prefix !== usual) add('id', `other criteria of "${aspect}" begin with ${usual}-`, `write ${usual}-${rest}`);
      if (Number(rest[0]) !== level)
        add(
          'id',
          `the id says level ${rest[0]}, the criterion is of level ${level}`,
          `write ${prefix}-${level}${rest.slice(1)}`,
        );
      if (role === 'anchor' && level !== 1) add('level', `${id} is an anchor of level ${level}`, 'write "level: 1"');
      const home = `criteria/${aspect}.yaml`;
      const known = pack?.value.aspects.some((each) => each.key === aspect) ?? false;
      if (known && file !== home) add('aspect', `a criterion of "${aspect}" stands in ${file}`, `move it to ${home}`);
      return faults;
    });
  },
};
