import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { explanationSchema } from '#rubrics/scoring/explanation.ts';
import { score } from '#rubrics/scoring/score.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { buildBundle, daysBefore } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildRubric } from '#tests/support/build-rubric.ts';

test('an explanation says the same as the scorecard, cell by cell and criterion by criterion', () => {
  fc.assert(
    fc.property(arbitraryWideCase, ({ criteria, bundle }) => {
      const rubric = buildRubric(criteria);
      const loaded = loadBundle(bundle);
      for (const { criteria: results, ...cell } of score(rubric, loaded).cells) {
        const explanation = explain(rubric, loaded, cell);
        explanationSchema.parse(explanation);
        expect(explanation.cell).toEqual(cell);
        expect(explanation.criteria).toMatchObject(results);
        for (const { state, own, reason, stale, test: trace } of explanation.criteria) {
          if (state === 'not_applicable') continue;
          expect(trace?.state).toBe(own ?? state);
          expect(trace?.reason).toBe(reason);
          if (!own) expect(trace?.stale).toBe(stale);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('exemptions, approvals and announcements are told with their dates', () => {
  const approval = { criterion: 'USE-2.a', capability: 'builds', approvedAt: daysBefore(5), selfApproved: true };
  const exemption = { ...approval, expiresAt: daysBefore(-5) };
  const rubric = buildRubric([buildCriterion('USE-2.a'), buildCriterion('USE-2.b', { effective_from: '2027-01-01' })]);
  const bundle = buildBundle({ exemptions: [exemption], notApplicable: [{ ...approval, criterion: 'USE-2.b' }] });
  const [one, two] = explain(rubric, loadBundle(bundle), { capability: 'builds', aspect: 'use' }).criteria;
  expect(one).toMatchObject({
    state: 'exempt',
    exemption: { approvedAt: daysBefore(5), expiresAt: daysBefore(-5), selfApproved: true },
    notApplicable: null,
  });
  expect(two).toMatchObject({
    state: 'not_applicable',
    effectiveFrom: '2027-01-01',
    notApplicable: { approvedAt: daysBefore(5), selfApproved: true },
  });
});

test('a cell that is not there is named', () => {
  const rubric = buildRubric([buildCriterion('USE-2.a')]);
  expect(() => explain(rubric, loadBundle(buildBundle()), { capability: 'mail', aspect: 'use' })).toThrow(
    'There is no cell mail/use.',
  );
});
