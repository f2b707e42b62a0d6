import { expect, test } from 'vitest';
import type { Block } from '#server/reports/report-model.ts';
import { summary } from '#server/reports/sections/summary.ts';
import { buildAttestation, buildSeries } from '#tests/support/build-bundle.ts';
import { cncfRubric, frozenQuarter, paragraphsOf, reportMaterial } from '#tests/support/build-report.ts';

const listsOf = (blocks: Block[]) => blocks.flatMap((block) => (block.kind === 'list' ? [block] : []));

test('the summary says where we stand, how sure that is, and what would help most', () => {
  const { blocks } = summary(reportMaterial());
  const [lead, facts, ...rest] = blocks;
  expect(lead).toEqual({
    kind: 'lead',
    text: 'Payments has come 0% of the way to its targets, 0% to 100% if what is unknown is counted.',
  });
  expect(facts).toMatchObject({
    kind: 'facts',
    items: [
      // nothing is known: at level 1 nothing is covered, yet everything may be at target
      { label: 'of the way to target', value: '0%', note: '0% to 100% if the unknown is counted' },
      { label: 'first assessment', value: '–' },
      { value: '0%', note: '0 criteria rest on stale evidence' },
      { label: 'cells at their target', value: '0 / 10' },
    ],
  });
  expect(listsOf(rest).map(({ title, items }) => [title, items.length])).toEqual([
    ['What changed, and why', 1],
    ['What rests on thin evidence', 2],
    ['What would help most', 3],
  ]);
});

test('what the editors ask of the reader takes the place of what would help most', () => {
  const asks = ['Decide who pays for the message broker.', 'Free two people for the request form.'];
  const frozen = frozenQuarter({ assessment: { asks: JSON.stringify(asks) } });
  expect(listsOf(summary(reportMaterial(frozen)).blocks).at(-1)).toMatchObject({
    title: 'What is asked of you',
    ordered: true,
    items: asks,
  });
});

test('it warns of capabilities that rest on thin evidence, and why', () => {
  const [, thin] = listsOf(summary(reportMaterial()).blocks);
  expect(thin?.items[0]).toBe('Data services: 0% covered; most often, no evidence was ever seen.');
});

test('a note of the person who froze it stands on the summary', () => {
  const frozen = frozenQuarter({ assessment: { note: 'Two teams moved in May.' } });
  expect(paragraphsOf(summary(reportMaterial(frozen)).blocks)).toContain('A note from Ada: Two teams moved in May.');
});

test('it says what changed since the last quarter', () => {
  const before = frozenQuarter({ assessment: { period: '2026-Q1' } });
  const now = frozenQuarter({ bundle: { attestations: [buildAttestation('INT-2.a', { capability: 'data' })] } });
  const { blocks } = summary(reportMaterial(now, before));
  expect(blocks[0]).toMatchObject({ text: expect.stringMatching(/, as far as in 2026-Q1\.$/) });
  expect(blocks[1]).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ label: 'since 2026-Q1', note: 'under the same rubric' })]),
  });
  expect(listsOf(blocks)[0]?.items).toEqual(['No cell changed its level.']);
});

test('a cell that moved is named with the criteria behind it', () => {
  const gates = cncfRubric().pack.criteria.filter(
    ({ aspect, level, role }) => aspect === 'interfaces' && level === 2 && role === 'required',
  );
  const now = frozenQuarter({
    bundle: {
      metrics: [buildSeries('team-adoption', { 5: 0.5 }, { capability: 'data' })],
      exemptions: gates.map(({ id }) => ({
        ...{ criterion: id, capability: 'data', selfApproved: false },
        ...{ approvedAt: '2020-01-01T00:00:00.000Z', expiresAt: '2099-01-01T00:00:00.000Z' },
      })),
    },
  });
  const { blocks } = summary(reportMaterial(now, frozenQuarter({ assessment: { period: '2026-Q1' } })));
  expect(listsOf(blocks)[0]?.items).toEqual([
    '1 cell rose and 0 cells fell.',
    expect.stringMatching(/^Data services, Interfaces: from 1.Provisional to 2.Operational, because INT-1\.a now met/),
  ]);
});

test('what was withdrawn by decision has not fallen, and nothing is asked for it', () => {
  const [portals, data] = frozenQuarter().bundle.settings.capabilities;
  if (portals === undefined || data === undefined) throw new Error('There are two capabilities.');
  const settings = {
    capabilities: [portals, { ...data, state: 'not_offered' as const }],
    ...{ targets: [], minimumGroup: 5 },
  };
  const before = frozenQuarter({ assessment: { period: '2026-Q1' } });
  const { blocks } = summary(reportMaterial(frozenQuarter({ bundle: { settings } }), before));
  const [changed, , helps] = listsOf(blocks);
  expect(changed?.items.slice(0, 2)).toEqual([
    '0 cells rose and 0 cells fell.',
    expect.stringMatching(/: from 1.Provisional to not offered, because the capability is no longer offered\.$/),
  ]);
  // web portals are all that is left below target
  for (const ask of helps?.items ?? []) expect(ask).toContain('; 1 cell below target');
});
