import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import { underNewIds } from '#rubrics/versions/under-new-ids.ts';
import { buildAttestation, buildBundle, daysBefore } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildPack } from '#tests/support/build-rubric.ts';

const older = buildPack([buildCriterion('USE-2.a'), buildCriterion('USE-2.b')]);
const plain = buildPack([buildCriterion('USE-2.a'), { ...buildCriterion('USE-2.b'), id: 'USE-2.c' }]);
const newer = { ...plain, pack: { ...plain.pack, renamed: { 'USE-2.b': 'USE-2.c' } } };
const answers = [buildAttestation('USE-2.a'), buildAttestation('USE-2.b')];

test('an answer under the old id decides the criterion under its new one', () => {
  const loaded = loadBundle(buildBundle({ attestations: answers }));
  const [cell] = score(compileRubric(newer), underNewIds(loaded, older, newer)).cells;
  expect(cell).toMatchObject({ level: 2, criteria: [{ state: 'met' }, { id: 'USE-2.c', state: 'met' }] });
  // and on the way back
  const back = loadBundle(
    buildBundle({ attestations: [answers[0], buildAttestation('USE-2.c')].flatMap((a) => a ?? []) }),
  );
  expect(score(compileRubric(older), underNewIds(back, newer, older)).cells[0]?.level).toBe(2);
});

test('so do exemptions and what does not apply', () => {
  const claim = { criterion: 'USE-2.b', capability: 'builds', approvedAt: daysBefore(3), selfApproved: false };
  const stateWith = (given: Parameters<typeof buildBundle>[0]) => {
    const carried = underNewIds(loadBundle(buildBundle(given)), older, newer);
    return score(compileRubric(newer), carried).cells[0]?.criteria.find(({ id }) => id === 'USE-2.c')?.state;
  };
  expect(stateWith({ exemptions: [{ ...claim, expiresAt: daysBefore(-9) }] })).toBe('exempt');
  expect(stateWith({ notApplicable: [claim] })).toBe('not_applicable');
});

test('what was said under the new id already stands alone', () => {
  const no = buildAttestation('USE-2.c', { answer: 'no' });
  const loaded = underNewIds(loadBundle(buildBundle({ attestations: [...answers, no] })), older, newer);
  expect(loaded.bundle.attestations.map(({ criterion, answer }) => [criterion, answer])).toEqual([
    ['USE-2.a', 'yes'],
    ['USE-2.c', 'no'],
  ]);
});

test('of two criteria that became one the first speaks, with all that it says', () => {
  const merged = { ...plain, pack: { ...plain.pack, renamed: { 'USE-2.b': 'USE-2.c', 'USE-2.d': 'USE-2.c' } } };
  const targets = ['USE-2.b', 'USE-2.d'].map((criterion) => ({ capability: 'builds', criterion, value: 1 }));
  const { settings } = buildBundle({});
  const waiting = buildAttestation('USE-2.b', { answeredAt: daysBefore(1), reviewedAt: null });
  const attestations = [buildAttestation('USE-2.b'), waiting, buildAttestation('USE-2.d', { answer: 'no' })];
  const bundle = buildBundle({ attestations, settings: { ...settings, itemTargets: targets } });
  const carried = underNewIds(loadBundle(bundle), older, merged).bundle;
  expect(carried.settings.itemTargets).toEqual([{ capability: 'builds', criterion: 'USE-2.c', value: 1 }]);
  expect(carried.attestations.map(({ criterion, answer }) => [criterion, answer])).toEqual([
    ['USE-2.c', 'yes'],
    ['USE-2.c', 'yes'],
  ]);
});

test('where nothing was renamed it is the same', () => {
  const loaded = loadBundle(buildBundle({ attestations: answers }));
  expect(underNewIds(loaded, older, plain)).toBe(loaded);
});
