import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { endExemptions } from '#rubrics/scoring/end-exemptions.ts';
import { score } from '#rubrics/scoring/score.ts';
import { arbitraryAnswers } from '#tests/support/arbitrary-answers.ts';

test('some exemptions ended: every cell is what scoring without them says', () => {
  let fallen = 0;
  const which = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(arbitraryAnswers, which, ({ rubric, bundle }, ends) => {
      const ids = rubric.criteria.map(({ source }) => source.id).filter((_, i) => ends[i]);
      const before = score(rubric, loadBundle(structuredClone(bundle)));
      const exemptions = bundle.exemptions.filter(({ criterion }) => !ids.includes(criterion));
      const after = score(rubric, loadBundle({ ...structuredClone(bundle), exemptions }));
      for (const [i, cell] of before.cells.entries()) {
        const ended = endExemptions(rubric, cell, ({ id }) => ids.includes(id));
        expect(ended.level).toBe(after.cells[i]?.level);
        expect(ended.criteria.map(({ value }) => value)).toEqual(after.cells[i]?.criteria.map(({ value }) => value));
        if (ended.level !== cell.level) fallen++;
      }
    }),
    { numRuns: 500 },
  );
  expect(fallen).toBeGreaterThan(50);
});
