import type { Criterion, PackFile } from '../pack.ts';
import type { Located } from '../parse-pack.ts';
import { addUp, type CellItems } from '../scoring/roll-ups/cell-items.ts';
import { type Check, type Fault, isWhole } from './check.ts';

type Added = Exclude<NonNullable<PackFile['roll_up']>, 'gated'>;

/**
 * Where answers are added up, answer sets rise from 0, groups and parts are known, and the best answers to everything give the
 * top level of each aspect: no more and no less.
 */
export const answersAddUp: Check = {
  key: 'answers-add-up',
  find: (source) => {
    const { pack, criteria } = source;
    if (!pack) return [];
    const { value, file } = pack;
    const faults = [...groupFaults(pack), ...setFaults(pack)];
    const rollUp = value.roll_up ?? 'gated';
    if (rollUp === 'gated') return faults;
    if (value.floor !== 0)
      faults.push({
        file,
        path: ['floor'],
        message: 'added-up answers begin at 0, not at the floor',
        instead: 'write "floor: 0"',
      });
    return isWhole(source, /^criteria\//) ? [...faults, ...topFaults(pack, criteria, rollUp)] : faults;
  },
};

function groupFaults({ file, value: { groups = [], aspects } }: Located<PackFile>): Fault[] {
  const known = groups.map(({ key }) => key);
  return aspects.flatMap(({ group }, index) =>
    group === undefined || known.includes(group)
      ? []
      : [
          {
            file,
            path: ['aspects', index, 'group'],
            message: `the group "${group}" is not among the groups`,
            instead: known.length === 0 ? 'add "groups:"' : `write one of ${known.join(', ')}`,
          },
        ],
  );
}

function setFaults({ file, value: { answer_sets: sets = [] } }: Located<PackFile>): Fault[] {
  return sets.flatMap(({ key, answers }, index) => {
    const place = ['answer_sets', index, 'answers'] as const;
    const falls = answers.findIndex(({ value }, i) => i > 0 && value <= (answers[i - 1]?.value ?? 0));
    const faults: Fault[] = [];
    if (answers[0]?.value !== 0)
      faults.push({
        ...{ file, path: [...place, 0, 'value'], message: `the least answer of "${key}" counts something` },
        instead: 'write "value: 0"',
      });
    if (falls > 0)
      faults.push({
        ...{ file, path: [...place, falls, 'value'], message: `the answers of "${key}" do not rise` },
        instead: 'put the answers in order, from least to most, each with a higher value',
      });
    return faults;
  });
}

/** What the full answers to every criterion of an aspect come to. */
function topFaults({ file, value }: Located<PackFile>, criteria: Located<Criterion>[], rollUp: Added): Fault[] {
  const top = Math.max(...value.levels.map(({ level }) => level));
  return value.aspects.flatMap(({ key, parts = [] }, index) => {
    const asked = criteria.filter((criterion) => criterion.value.aspect === key).map((criterion) => criterion.value);
    const items: Omit<CellItems, 'full' | 'targets'> = {
      parts: asked.map(({ part }) =>
        Math.max(
          0,
          parts.findIndex((one) => one.key === part),
        ),
      ),
      weights: parts.length === 0 ? [1] : parts.map(({ weight }) => weight ?? 1),
      byPart: parts.length === 0 ? null : (rollUp.part ?? rollUp.aspect),
      byAspect: rollUp.aspect,
    };
    const most = addUp(
      items,
      asked.map(({ test }) => fullOf(test, value)),
    );
    if (most === top) return [];
    const message = `the best answers of "${key}" give ${most ?? 'nothing'}, the top level is ${top}`;
    const instead = 'mend the roll-up, the values of the answers, or the number of criteria';
    return [{ file, path: ['aspects', index], message, instead }];
  });
}

function fullOf(test: Criterion['test'], { answer_sets: sets }: PackFile): number {
  if (!('attestation' in test) || test.answer_set === undefined) return 1;
  return sets?.find(({ key }) => key === test.answer_set)?.answers.at(-1)?.value ?? 1;
}
