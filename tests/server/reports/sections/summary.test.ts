import { expect, test } from 'vitest';
import { summary } from '#server/reports/sections/summary.ts';
import { buildAttestation } from '#tests/support/build-bundle.ts';
import { frozenQuarter, paragraphsOf, reportMaterial } from '#tests/support/build-report.ts';

test('the summary says where we stand, how sure that is, and what would help most', () => {
  const { blocks } = summary(reportMaterial());
  const [facts, ...rest] = blocks;
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
  const asked = rest.find((block) => block.kind === 'list');
  expect(asked).toMatchObject({ title: 'What would help most' });
  expect(asked?.kind === 'list' ? asked.items.length : 0).toBe(5);
});

test('it warns of capabilities that rest on thin evidence', () => {
  expect(paragraphsOf(summary(reportMaterial()).blocks).at(-1)).toContain('Read with care what is said of');
});

test('a note of the person who froze it stands on the summary', () => {
  const frozen = frozenQuarter({ assessment: { note: 'Two teams moved in May.' } });
  expect(paragraphsOf(summary(reportMaterial(frozen)).blocks)).toContain('A note from Ada: Two teams moved in May.');
});

test('it says what changed since the last quarter', () => {
  const before = frozenQuarter({ assessment: { period: '2026-Q1' } });
  const now = frozenQuarter({ bundle: { attestations: [buildAttestation('INT-2.a', { capability: 'data' })] } });
  const [facts] = summary(reportMaterial(now, before)).blocks;
  expect(facts).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ label: 'since 2026-Q1', note: 'under the same rubric' })]),
  });
});
