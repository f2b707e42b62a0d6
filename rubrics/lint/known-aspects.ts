import { type Check, type Fault, nearest } from './check.ts';

/** Aspects and levels that criteria and targets name are in pack.yaml; where levels are gated, each aspect names a cell for each. */
export const knownAspects: Check = {
  key: 'known-aspects',
  find: ({ pack, criteria }) => {
    if (!pack) return [];
    const aspects = pack.value.aspects.map((aspect) => aspect.key);
    const levels = pack.value.levels.map((level) => level.level);
    const known = `the levels are ${levels.join(', ')}`;
    const faults: Fault[] = [];
    const add = (file: string, path: Fault['path'], message: string, instead: string) =>
      faults.push({ file, path, message, instead });
    const checkAspect = (file: string, path: Fault['path'], key: string) => {
      if (!aspects.includes(key)) add(file, path, `the aspect "${key}" is not in pack.yaml`, nearest(key, aspects));
    };
    const checkLevel = (file: string, path: Fault['path'], level: number) => {
      if (!levels.includes(level)) add(file, path, `the level ${level} is not in pack.yaml`, known);
    };
    for (const { file, path, value } of criteria) {
      checkAspect(file, [...path, 'aspect'], value.aspect);
      checkLevel(file, [...path, 'level'], value.level);
    }
    const { targets } = pack.value;
    checkLevel(pack.file, ['targets', 'default'], targets.default);
    for (const [key, level] of Object.entries(targets.mandatory ?? {})) {
      checkAspect(pack.file, ['targets', 'mandatory', key], key);
      checkLevel(pack.file, ['targets', 'mandatory', key], level);
    }
    const isGated = (pack.value.roll_up ?? 'gated') === 'gated';
    for (const [index, aspect] of pack.value.aspects.entries()) {
      for (const level of levels.filter((each) => isGated && !(String(each) in aspect.cells)))
        add(
          pack.file,
          ['aspects', index, 'cells'],
          `level ${level} of "${aspect.key}" has no name`,
          `add "${level}": …`,
        );
      for (const level of Object.keys(aspect.cells).filter((each) => !levels.includes(Number(each))))
        add(pack.file, ['aspects', index, 'cells', level], `the level ${level} is not in pack.yaml`, known);
    }
    return faults;
  },
};
