import type { Located, Place } from '../parse-pack.ts';
import type { Check, Fault } from './check.ts';

type Named = Place & { name: string };

/** No id or key stands twice: a criterion's id is never reused. */
export const uniqueIds: Check = {
  key: 'unique-ids',
  find: (source) => [
    ...twice(named(source.criteria, 'id', (criterion) => criterion.id)),
    ...twice(named(source.metrics, 'key', (metric) => metric.key)),
    ...twice(named(source.questions, 'key', (question) => question.key)),
    ...source.questions.flatMap((question) =>
      twice(
        (question.value.options ?? []).map((option, i) => ({
          file: question.file,
          path: [...question.path, 'options', i, 'key'],
          name: option.key,
        })),
      ),
    ),
    ...(source.pack ? inPack(source.pack) : []),
  ],
};

function named<T>(parts: Located<T>[], field: string, nameOf: (value: T) => string): Named[] {
  return parts.map((part) => ({ file: part.file, path: [...part.path, field], name: nameOf(part.value) }));
}

function inPack({ file, value }: NonNullable<Parameters<Check['find']>[0]['pack']>): Fault[] {
  const at = (list: string, index: number, field: string) => ({ file, path: [list, index, field] });
  return [
    ...twice(value.levels.map((level, i) => ({ ...at('levels', i, 'level'), name: String(level.level) }))),
    ...twice(value.levels.map((level, i) => ({ ...at('levels', i, 'key'), name: level.key }))),
    ...twice(value.aspects.map((aspect, i) => ({ ...at('aspects', i, 'key'), name: aspect.key }))),
    ...twice((value.groups ?? []).map((group, i) => ({ ...at('groups', i, 'key'), name: group.key }))),
    ...twice((value.answer_sets ?? []).map((set, i) => ({ ...at('answer_sets', i, 'key'), name: set.key }))),
    ...twice(value.capabilities.map((each, i) => ({ ...at('capabilities', i, 'key'), name: each.key }))),
  ];
}

function twice(names: Named[]): Fault[] {
  const first = new Map<string, Named>();
  return names.flatMap((each) => {
    const before = first.get(each.name);
    if (!before) first.set(each.name, each);
    if (!before) return [];
    const message = `"${each.name}" stands twice (first in ${before.file})`;
    return [{ file: each.file, path: each.path, message, instead: 'choose a new one that was never used before' }];
  });
}
