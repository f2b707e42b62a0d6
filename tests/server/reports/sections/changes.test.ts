import { expect, test } from 'vitest';
import { compileRubric } from '#rubrics/rubric.ts';
import { changes } from '#server/reports/sections/changes.ts';
import { whyMoved } from '#server/reports/why-moved.ts';
import { buildSeries, daysBefore } from '#tests/support/build-bundle.ts';
import { cncfRubric, frozenQuarter, paragraphsOf, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

const STANDING = { state: 'scored', level: 2 } as const;
const before = frozenQuarter({ assessment: { period: '2026-Q1' } });

test('a first quarter has nothing to compare with', () => {
  const { blocks } = changes(reportMaterial());
  expect(paragraphsOf(blocks)).toEqual([expect.stringContaining('first published quarter')]);
  expect(tablesOf(blocks)).toEqual([]);
});

test('nothing moved: it says so, and shows the quarters', () => {
  const { blocks } = changes(reportMaterial(frozenQuarter(), before));
  expect(paragraphsOf(blocks)).toEqual(['Since 2026-Q1 the way to target changed by 0 points, under the same rubric.']);
  expect(tablesOf(blocks)).toMatchObject([{ title: 'No cell changed its level', rows: [] }]);
  expect(blocks.at(-1)).toMatchObject({ kind: 'bars', rows: [{ name: '2026-Q1' }, { name: '2026-Q2' }], note: '' });
});

test('a change of a level is told with the criteria behind it', () => {
  const gates = cncfRubric().pack.criteria.filter(
    ({ aspect, level, role }) => aspect === 'interfaces' && level === 2 && role === 'required',
  );
  const approval = { capability: 'data', approvedAt: daysBefore(3), expiresAt: daysBefore(-30), selfApproved: false };
  const now = frozenQuarter({
    bundle: {
      // somebody uses it: the anchor passes
      metrics: [buildSeries('team-adoption', { 5: 0.5 }, { capability: 'data' })],
      exemptions: gates.map(({ id }) => ({ ...approval, criterion: id })),
    },
  });
  const [table] = tablesOf(changes(reportMaterial(now, before)).blocks);
  expect(table).toMatchObject({ title: 'Interfaces moved up: 1 cell changed its level' });
  expect(table?.rows[0]).toEqual([
    'Data services, Interfaces',
    '1\u00a0Provisional',
    '2\u00a0Operational',
    expect.stringMatching(/^INT-1\.a now met \(new evidence\); INT-2\.a.* now exempt \(an exemption\)$/),
  ]);
});

test('under a new rubric the change splits into evidence and rubric', () => {
  const { pack } = cncfRubric();
  const rubric = compileRubric({ ...pack, pack: { ...pack.pack, version: '1.1.0' } });
  const { blocks } = changes(reportMaterial(frozenQuarter({ rubric }), before));
  expect(paragraphsOf(blocks)[0]).toContain('0 points come from evidence, 0 points from the new version of the rubric');
});

test('the series of quarters breaks where rubric, wording or population changed, and says how', () => {
  const material = reportMaterial(frozenQuarter(), before);
  const history = material.history.map((point, index) => ({
    ...point,
    asOf: `2026-0${index * 3 + 3}-30T12:00:00.000Z`,
  }));
  const on = (day: string, reason: 'rubric' | 'wording' | 'capabilities' | 'invited', from: string, to: string) => ({
    ...{ day, reason, from, to, question: '' },
  });
  const breaks = [
    // of the days before the first quarter nothing is drawn
    on('2026-03-30', 'rubric', 'cncf-platform 0.9.0', 'cncf-platform 1.0.0'),
    on('2026-04-01', 'capabilities', 'apis, web-portals', 'data, web-portals'),
    on('2026-05-02', 'wording', 'How easy is it?', 'Was it easy?'),
    on('2026-06-30', 'invited', '40', '61'),
  ];
  const { blocks } = changes({ ...material, history, breaks });
  expect(blocks.at(-1)).toMatchObject({
    rows: [
      { name: '2026-Q1', breaks: [] },
      {
        name: '2026-Q2',
        breaks: [
          'another offer: Data services is offered now; apis no longer',
          'a survey question in other words: “Was it easy?”',
          'other people were asked: 61 invited after 40',
        ],
      },
    ],
    note: expect.stringContaining('dashed'),
  });
});

test('criteria that a new version gave other ids are told by both, once', () => {
  const { pack } = cncfRubric();
  const renamed = { 'INT-2.a': 'INT-2.x' };
  const criteria = pack.criteria.map((one) => (one.id === 'INT-2.a' ? { ...one, id: 'INT-2.x' } : one));
  const rubric = compileRubric({ ...pack, criteria, pack: { ...pack.pack, version: '2.0.0', renamed } });
  const { blocks } = changes(reportMaterial(frozenQuarter({ rubric }), before));
  expect(paragraphsOf(blocks)).toContain('The new version gave criteria new ids: INT-2.a is now INT-2.x.');
});

test('a renamed criterion that flipped has its old name beside it', () => {
  const moved = { capability: 'data', aspect: 'interfaces', from: STANDING, to: STANDING, way: 1 } as const;
  const flip = {
    ...moved,
    criterion: 'INT-2.x',
    formerly: 'INT-2.a',
    before: 'met',
    after: 'not_met',
    why: 'rubric',
  } as const;
  const reasons = { ...moved, capabilityChange: null, flips: [], rubricFlips: [flip] };
  expect(whyMoved(reasons, reportMaterial())).toBe('INT-2.x (was INT-2.a) no longer met (the rubric)');
});

test('an answer is told by what it counts, and what is only asked otherwise is said so', () => {
  const moved = { capability: 'data', aspect: 'interfaces', from: STANDING, to: STANDING, way: 1 } as const;
  const same = { ...moved, before: 'not_met', after: 'not_met' } as const;
  const answer = { ...same, why: 'new_evidence', values: { before: 0.25, after: 0.5 } } as const;
  const flips = [
    { ...answer, criterion: 'INT-2.a' },
    { ...answer, criterion: 'INT-2.b' },
  ];
  const rubricFlips = [{ ...same, criterion: 'INT-3.a', why: 'rubric' as const }];
  expect(whyMoved({ ...moved, capabilityChange: null, flips, rubricFlips }, reportMaterial())).toBe(
    'INT-2.a and INT-2.b: 0.5 in place of 0.25 (new evidence); INT-3.a: asked otherwise (the rubric)',
  );
});
