import { describe, expect, test } from 'vitest';
import type { Criterion, Pack } from '#rubrics/pack.ts';
import { compareRubrics } from '#rubrics/versions/compare-rubrics.ts';
import { formatDifference } from '#rubrics/versions/format-difference.ts';
import { buildCriterion, buildPack } from '#tests/support/build-rubric.ts';

const METRIC = { metric: 'share-done', statistic: 'latest', is: '>= 80%' } as const;
const criteria = [
  buildCriterion('USE-2.a', { test: METRIC, title: 'Most of it is done' }),
  buildCriterion('USE-3.a', { title: 'Somebody looks after it at night' }),
];
const before = buildPack(criteria);

const withVersion = (version: string, pack: Pack): Pack => ({ ...pack, pack: { ...pack.pack, version } });
/** The pack after one of its criteria was changed. */
const changed = (id: string, changes: Partial<Criterion>): Pack =>
  buildPack(criteria.map((one) => (one.id === id ? { ...one, ...changes } : one)));

test('a pack and itself do not differ', () => {
  expect(compareRubrics(before, buildPack(criteria.toReversed().toReversed()))).toMatchObject({
    changes: [],
    bump: 'none',
    rightVersion: null,
    enough: true,
  });
});

describe('the size of a change', () => {
  test.each<[string, Partial<Criterion>, string, string]>([
    ['a threshold', { test: { ...METRIC, is: '>= 70%' } }, 'major', 'retargeted'],
    ['a window', { test: { ...METRIC, window: '30d' } }, 'major', 'retargeted'],
    ['a level', { level: 3 }, 'major', 'retargeted'],
    ['a role', { role: 'supporting' }, 'major', 'retargeted'],
    ['a scope', { scope: 'platform' }, 'major', 'retargeted'],
    ['where it applies', { applies_to: { mandatory: true } }, 'major', 'retargeted'],
    ['that it counts no more until a day', { effective_from: '2027-01-01' }, 'major', 'retargeted'],
    ['other words of the claim', { title: 'Nearly all of it was made ready' }, 'patch', 'reworded'],
    ['why', { why: 'It matters for other reasons than before.' }, 'patch', 'reworded'],
    ['effort', { effort: 3 }, 'patch', 'reworded'],
    ['tags', { tags: ['night'] }, 'patch', 'reworded'],
  ])('%s', (_, changes, bump, kind) => {
    const difference = compareRubrics(before, changed('USE-2.a', changes));
    expect(difference).toMatchObject({ bump, changes: [{ part: 'criterion', id: 'USE-2.a', kind, bump }] });
  });

  test('a criterion that is added is MINOR, one that is gone MAJOR', () => {
    const more = buildPack([...criteria, buildCriterion('USE-4.a')]);
    expect(compareRubrics(before, more)).toMatchObject({ bump: 'minor', changes: [{ kind: 'added', id: 'USE-4.a' }] });
    expect(compareRubrics(more, before)).toMatchObject({
      bump: 'major',
      changes: [{ kind: 'removed', id: 'USE-4.a' }],
    });
  });

  test('an id that comes back after it was given up is MAJOR', () => {
    const more = buildPack([...criteria, buildCriterion('USE-4.a')]);
    const difference = compareRubrics(before, more, [more]);
    expect(difference).toMatchObject({ bump: 'major', changes: [{ kind: 'added', reused: true }] });
  });

  test('an announced day that comes earlier is MINOR, one that moves further away MAJOR', () => {
    const from = (effective_from: string) => changed('USE-2.a', { effective_from });
    expect(compareRubrics(from('2027-01-01'), from('2026-07-01')).bump).toBe('minor');
    expect(compareRubrics(from('2027-01-01'), before).bump).toBe('minor');
    expect(compareRubrics(from('2027-01-01'), from('2028-01-01')).bump).toBe('major');
  });

  test('what is taken for the same criterion under another id is MAJOR, also when it is said later', () => {
    const renamed = { ...before, pack: { ...before.pack, renamed: { 'USE-2.z': 'USE-2.a' } } };
    expect(compareRubrics(before, renamed).bump).toBe('major');
  });

  test('another claim by many small steps is another claim', () => {
    const step = (title: string, version: string) => withVersion(version, changed('USE-3.a', { title }));
    const first = step('Somebody looks after it at night', '1.0.0');
    const second = step('Somebody looks after costs at night', '1.0.1');
    const third = step('Somebody watches costs at night', '1.0.2');
    expect(compareRubrics(first, second, []).bump).toBe('patch');
    expect(compareRubrics(second, third, []).bump).toBe('patch');
    expect(compareRubrics(second, third, [first])).toMatchObject({ bump: 'major', changes: [{ reused: true }] });
    // a new MAJOR makes a new beginning
    const major = withVersion('2.0.0', second);
    expect(compareRubrics(major, withVersion('2.0.1', third), [second, first]).bump).toBe('patch');
  });

  test('people attest to a title: another claim there is MAJOR, better words are PATCH', () => {
    const other = changed('USE-3.a', { title: 'Teams pay for what they use' });
    expect(compareRubrics(before, other)).toMatchObject({ bump: 'major', changes: [{ reused: true }] });
    const words = changed('USE-3.a', { title: 'Somebody looks after it at night and on Sundays' });
    expect(compareRubrics(before, words)).toMatchObject({ bump: 'patch', changes: [{ reused: false }] });
  });

  test('a metric that is counted otherwise is MAJOR, one described better PATCH', () => {
    const metrics = (changes: object): Pack => ({
      ...before,
      metrics: before.metrics.map((one) => (one.key === 'share-done' ? { ...one, ...changes } : one)),
    });
    expect(compareRubrics(before, metrics({ combine: 'max' })).bump).toBe('major');
    expect(compareRubrics(before, metrics({ description: 'Said better, and at some length.' })).bump).toBe('patch');
  });

  test('a question in other words breaks its series: MAJOR', () => {
    const questions = before.questions.map((one) => ({ ...one, text: `${one.text}?` }));
    const { changes, bump } = compareRubrics(before, { ...before, questions });
    expect(bump).toBe('major');
    expect(changes.every(({ part }) => part === 'question')).toBe(true);
  });

  test('floor and targets are meaning, names are words', () => {
    expect(compareRubrics(before, { ...before, pack: { ...before.pack, floor: 0 } }).bump).toBe('major');
    expect(compareRubrics(before, { ...before, pack: { ...before.pack, targets: { default: 4 } } }).bump).toBe('major');
    expect(compareRubrics(before, { ...before, pack: { ...before.pack, name: 'Best pack' } }).bump).toBe('patch');
  });

  test('another order of questions is another document, and PATCH', () => {
    expect(compareRubrics(before, { ...before, questions: before.questions.toReversed() }).bump).toBe('patch');
  });
});

test('the version number must follow', () => {
  const stricter = changed('USE-2.a', { test: { ...METRIC, is: '>= 90%' } });
  expect(compareRubrics(before, withVersion('1.1.0', stricter))).toMatchObject({
    enough: false,
    rightVersion: '2.0.0',
  });
  expect(compareRubrics(before, withVersion('2.0.0', stricter))).toMatchObject({ enough: true, rightVersion: '2.0.0' });
});

test('old and new text stand side by side', () => {
  const stricter = withVersion('1.0.1', changed('USE-2.a', { test: { ...METRIC, is: '>= 90%' }, applies_to: {} }));
  const difference = compareRubrics(before, stricter);
  expect(difference.changes[0]?.fields).toContainEqual({
    field: 'test',
    before: 'share-done latest >= 80%',
    after: 'share-done latest >= 90%',
    bump: 'major',
  });
  expect(formatDifference(difference)).toContain('the version must be 2.0.0 or later, not 1.0.1');
});

test('a field that holds several things is told thing by thing, in words', () => {
  const { pack } = before;
  const [first, ...others] = pack.aspects;
  const part = { key: 'nights', name: 'By night' };
  const after: Pack = {
    ...before,
    pack: {
      ...pack,
      targets: { ...pack.targets, default: 4 },
      model: { ...pack.model, version: '9' },
      aspects: first === undefined ? [] : [{ ...first, parts: [part] }, ...others],
    },
  };
  const { changes } = compareRubrics(before, after);
  expect(changes.flatMap(({ fields }) => fields)).toEqual([
    { field: 'model.version', before: pack.model.version, after: '9', bump: 'patch' },
    { field: 'targets.default', before: String(pack.targets.default), after: '4', bump: 'major' },
    { field: 'parts.nights.name', before: null, after: 'By night', bump: 'major' },
  ]);
});

test('a list of named things in another order says nothing but that', () => {
  const [day, night] = [
    { key: 'day', name: 'By day' },
    { key: 'night', name: 'By night' },
  ];
  const grouped = (groups: Pack['pack']['groups']): Pack => ({ ...before, pack: { ...before.pack, groups } });
  const difference = compareRubrics(grouped([day, night]), grouped([night, day]));
  expect(difference.changes[0]?.fields).toEqual([{ field: 'groups', before: null, after: null, bump: 'major' }]);
  expect(formatDifference(difference)).toContain('groups: another order');
});

test('what lives on under another id is told', () => {
  const renamed = buildPack([buildCriterion('USE-2.a', { test: METRIC, title: 'Most of it is done' })]);
  const after = {
    ...renamed,
    criteria: [...renamed.criteria, { ...buildCriterion('USE-3.a'), id: 'USE-3.b' }],
    pack: { ...renamed.pack, renamed: { 'USE-3.a': 'USE-3.b' } },
  };
  const { renamed: pairs, changes, bump } = compareRubrics(before, after);
  expect(pairs).toEqual([{ from: 'USE-3.a', to: 'USE-3.b' }]);
  expect(bump).toBe('major');
  const [criterion, ...others] = changes.filter(({ part }) => part === 'criterion');
  expect(others).toEqual([]);
  expect(criterion).toMatchObject({ id: 'USE-3.b', kind: 'retargeted' });
  expect(criterion?.fields).toContainEqual({ field: 'id', before: 'USE-3.a', after: 'USE-3.b', bump: 'major' });
  expect(compareRubrics(after, before).renamed).toEqual([]);
});
