import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { canonicalJson } from '#rubrics/evidence/canonical.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { explanationSchema } from '#rubrics/scoring/explanation.ts';
import { score } from '#rubrics/scoring/score.ts';
import { type Cell, scorecardSchema } from '#rubrics/scoring/scorecard.ts';
import { arbitraryCase, ROLES } from '#tests/support/arbitrary-evidence.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { buildSeries, daysBefore } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

const RUNS = { numRuns: 150 };
const scoreOf = (criteria: Criterion[], bundle: Bundle) =>
  score(buildRubric(criteria), loadBundle(structuredClone(bundle)));
/** null sorts below 1 */
const rank = (level: number | null) => level ?? 0;
type Case = { criteria: Criterion[]; bundle: Bundle };

/** Checks a law on every cell, before and after. */
function forEachCell(before: readonly Cell[], after: readonly Cell[], law: (before: Cell, after: Cell) => void) {
  expect(after).toHaveLength(before.length);
  for (const [i, cell] of before.entries()) {
    const then = after[i];
    if (then) law(cell, then);
  }
}

/** The bundle without the evidence of one metric, question or criterion (for every capability). */
function without(bundle: Bundle, { name, of }: { name: string; of: 'metrics' | 'surveys' | 'attestations' }): Bundle {
  if (of === 'metrics') return { ...bundle, metrics: bundle.metrics.filter((one) => one.metric !== name) };
  if (of === 'surveys') return { ...bundle, surveys: bundle.surveys.filter((one) => one.question !== name) };
  return { ...bundle, attestations: bundle.attestations.filter((one) => one.criterion !== name) };
}
const lost = ({ criteria }: Case) =>
  fc.constantFrom(
    ...['uses', 'state', 'failed', 'runs'].map((name) => ({ name, of: 'metrics' as const })),
    { name: 'clear', of: 'surveys' as const },
    ...criteria.map(({ id }) => ({ name: id, of: 'attestations' as const })),
  );
const withLoss = (roles: readonly Criterion['role'][]) =>
  arbitraryCase(roles).chain((one) => fc.record({ one: fc.constant(one), loss: lost(one) }));
const attested = (roles: readonly Criterion['role'][]) => arbitraryCase(roles, fc.constant({ attestation: 'yes' }));

describe('the laws of scoring.md §4', () => {
  test('scoring is deterministic, and a scorecard and its explanations have their shape', () => {
    fc.assert(
      fc.property(arbitraryWideCase, ({ criteria, bundle }) => {
        const card = scoreOf(criteria, bundle);
        expect(canonicalJson(scoreOf(criteria, bundle))).toBe(canonicalJson(card));
        scorecardSchema.parse(card);
        explanationSchema.parse(
          explain(buildRubric(criteria), loadBundle(bundle), { capability: 'data', aspect: 'use' }),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('the order of criteria and evidence is irrelevant', () => {
    const shuffled = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });
    const mixed = arbitraryWideCase.chain((one) =>
      fc.record({
        one: fc.constant(one),
        criteria: shuffled(one.criteria),
        metrics: shuffled(one.bundle.metrics),
        attestations: shuffled(one.bundle.attestations),
        surveys: shuffled(one.bundle.surveys),
        capabilities: shuffled(one.bundle.settings.capabilities),
      }),
    );
    fc.assert(
      fc.property(mixed, ({ one, criteria, capabilities, ...lists }) => {
        const settings = { ...one.bundle.settings, capabilities };
        const other = scoreOf(criteria, { ...one.bundle, ...lists, settings });
        expect(canonicalJson(other)).toBe(canonicalJson(scoreOf(one.criteria, one.bundle)));
      }),
      RUNS,
    );
  });

  test('low ≤ level ≤ high, and every share lies between 0 and 1', () => {
    fc.assert(
      fc.property(arbitraryWideCase, ({ criteria, bundle }) => {
        for (const cell of scoreOf(criteria, bundle).cells) {
          expect(rank(cell.low)).toBeLessThanOrEqual(rank(cell.level));
          expect(rank(cell.level)).toBeLessThanOrEqual(rank(cell.high));
          expect(rank(cell.levelWithoutExemptions)).toBeLessThanOrEqual(4);
        }
      }),
      RUNS,
    );
  });

  test('losing evidence never raises low and never lowers high', () => {
    fc.assert(
      fc.property(withLoss(ROLES), ({ one, loss }) => {
        const after = scoreOf(one.criteria, without(one.bundle, loss));
        forEachCell(scoreOf(one.criteria, one.bundle).cells, after.cells, (was, is) => {
          expect(rank(is.low)).toBeLessThanOrEqual(rank(was.low));
          expect(rank(is.high)).toBeGreaterThanOrEqual(rank(was.high));
        });
      }),
      RUNS,
    );
  });

  // an undecided limiter is inactive and an unknown anchor gives level 1 by their own rules (vectors of §8), so the level is
  // bound by this law through graded criteria; the range is bound through all of them, above
  test('losing evidence of graded criteria never raises a level', () => {
    fc.assert(
      fc.property(withLoss(['required', 'supporting']), ({ one, loss }) => {
        const after = scoreOf(one.criteria, without(one.bundle, loss));
        forEachCell(scoreOf(one.criteria, one.bundle).cells, after.cells, (was, is) =>
          expect(rank(is.level)).toBeLessThanOrEqual(rank(was.level)),
        );
      }),
      RUNS,
    );
  });

  test('a criterion that turns from not met to met never lowers a level; a limiter never raises one', () => {
    fc.assert(
      fc.property(attested(ROLES), fc.nat(), ({ criteria, bundle }, pick) => {
        const refused = bundle.attestations.filter((one) => one.answer === 'no');
        const turned = refused[pick % Math.max(1, refused.length)];
        if (!turned) return;
        const attestations = bundle.attestations.map((one) =>
          one === turned ? { ...one, answer: 'yes', reviewedAt: one.answeredAt } : one,
        );
        const limiter = criteria.find((one) => one.id === turned.criterion)?.role === 'limiter';
        const after = scoreOf(criteria, { ...bundle, attestations });
        forEachCell(scoreOf(criteria, bundle).cells, after.cells, (was, is) => {
          const [lower, upper] = limiter ? [is, was] : [was, is];
          expect(rank(lower.level)).toBeLessThanOrEqual(rank(upper.level));
        });
      }),
      RUNS,
    );
  });

  test('evidence after asOf changes nothing', () => {
    fc.assert(
      fc.property(arbitraryWideCase, ({ criteria, bundle }) => {
        const first = criteria[0]?.id ?? '';
        const late = { criterion: first, capability: 'builds', approvedAt: daysBefore(-1), selfApproved: true };
        const later: Bundle = {
          ...bundle,
          metrics: [...bundle.metrics, buildSeries('uses', { [-1]: 9, [-40]: 1 }, { labels: { late: 'yes' } })],
          attestations: [
            ...bundle.attestations,
            {
              criterion: first,
              capability: 'builds',
              answer: 'no',
              link: null,
              answeredAt: daysBefore(-1),
              reviewedAt: null,
              selfApproved: false,
            },
          ],
          exemptions: [...bundle.exemptions, { ...late, expiresAt: daysBefore(-9) }],
          notApplicable: [...bundle.notApplicable, late],
        };
        expect(scoreOf(criteria, later).cells).toEqual(scoreOf(criteria, bundle).cells);
      }),
      RUNS,
    );
  });

  test('adding a supporting criterion never changes a level', () => {
    fc.assert(
      fc.property(arbitraryWideCase, fc.integer({ min: 2, max: 4 }), ({ criteria, bundle }, level) => {
        const extra = buildCriterion(`NEW-${level}.a`, {
          role: 'supporting',
          test: { metric: 'uses', statistic: 'latest', is: '>= 3' },
        });
        const after = scoreOf([...criteria, extra], bundle);
        forEachCell(scoreOf(criteria, bundle).cells, after.cells, (was, is) => {
          expect([is.level, is.low, is.high, is.levelWithoutExemptions]).toEqual([
            was.level,
            was.low,
            was.high,
            was.levelWithoutExemptions,
          ]);
        });
      }),
      RUNS,
    );
  });
});
