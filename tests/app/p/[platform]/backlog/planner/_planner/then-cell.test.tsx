import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { meterCell } from '#app/p/[platform]/backlog/planner/_planner/meter-cell.ts';
import { isChanged, NowAndThen } from '#app/p/[platform]/backlog/planner/_planner/then-cell.tsx';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import { buildAttestation, buildBundle } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const LEVELS = [1, 2, 3, 4].map((level) => ({ level, name: `Level ${level}` }));
const rubric = buildRubric([buildCriterion('USE-2.a'), buildCriterion('USE-2.b', { role: 'supporting' })]);
const attestations = [buildAttestation('USE-2.a', { answer: 'no' })];
const whatIf = openWhatIf(makeBase(rubric, loadBundle(buildBundle({ attestations }))));

function pair(...assumed: Assumption[]) {
  const [now] = whatIf.now.cells;
  const [then] = whatIf.assume(assumed).cells;
  if (now === undefined || then === undefined) throw new Error('There is no cell.');
  return { now, then };
}
const met = (criterion: string): Assumption => ({ criterion, capability: 'builds', state: 'met' });
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '');
const drawn = (cells: ReturnType<typeof pair>) => renderToStaticMarkup(<NowAndThen {...cells} levels={LEVELS} />);

test('a cell that would change shows both meters, both levels and both in words', () => {
  const cells = pair(met('USE-2.a'));
  expect(isChanged(cells.now, cells.then)).toBe(true);
  const html = drawn(cells);
  expect(html.match(/<svg/g)).toHaveLength(2);
  expect(textOf(html)).toContain('1 → 2');
  expect(textOf(html)).toContain('1 Level 1');
  expect(textOf(html)).toContain('If so: 2 Level 2');
});

test('a cell that stays where it is shows itself once, also where something in it is assumed', () => {
  const cells = pair(met('USE-2.b'));
  expect(isChanged(cells.now, cells.then)).toBe(false);
  const html = drawn(cells);
  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(textOf(html)).not.toContain('→');
});

test('what is assumed is drawn as decided, though no evidence decides it', () => {
  const { then } = pair({ ...met('USE-2.a'), state: 'not_met' }, met('USE-2.b'));
  const [blank] = openWhatIf(makeBase(rubric, loadBundle(buildBundle()))).now.cells;
  if (blank === undefined) throw new Error('There is no cell.');
  expect(meterCell(blank).confidence).toBeNull();
  const [assumed] = openWhatIf(makeBase(rubric, loadBundle(buildBundle()))).assume([met('USE-2.b')]).cells;
  if (assumed === undefined) throw new Error('There is no cell.');
  expect([assumed.confidence, meterCell(assumed).confidence]).toEqual([null, 'low']);
  expect(meterCell(then).level).toBe(1);
});
