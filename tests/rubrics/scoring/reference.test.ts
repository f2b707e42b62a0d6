import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bundle } from '#rubrics/evidence/bundle.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { score } from '#rubrics/scoring/score.ts';
import { arbitraryWideCase } from '#tests/support/arbitrary-wide-case.ts';
import { buildPack } from '#tests/support/build-rubric.ts';
import { referenceScore } from './reference.ts';

/** What both say, in one shape. */
function both(criteria: Criterion[], bundle: Bundle) {
  const pack = buildPack(criteria);
  const fields = ({ capability, aspect, state, level, low, high, progress, position, coverage, ...more }: Cell) => ({
    ...{ capability, aspect, state, level, low, high, progress, position, coverage },
    ...{ confidence: more.confidence, target: more.target, claimed: more.claimed, felt: more.felt },
    ...{ measured: more.measured, levelWithoutExemptions: more.levelWithoutExemptions },
    criteria: more.criteria.map((one) => [one.id, one.state, one.state === 'unknown' ? one.reason : '', one.inherited]),
  });
  type Cell = Omit<ReturnType<typeof referenceScore>['cells'][number], 'criteria'> & {
    criteria: readonly { id: string; state: string; reason?: string | undefined; inherited: boolean }[];
  };
  const asked = referenceScore(pack, bundle);
  const said = score(compileRubric(pack), loadBundle(structuredClone(bundle)));
  return {
    asked: { cells: asked.cells.map(fields), percentToTarget: asked.percentToTarget },
    said: { cells: said.cells.map(fields), percentToTarget: said.percentToTarget },
  };
}

describe('the engine against the contract, written down a second time', () => {
  test('says what docs/scoring.md says of any small pack and bundle', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(arbitraryWideCase, ({ criteria, bundle }) => {
        const { asked, said } = both(criteria, bundle);
        expect(said).toEqual(asked);
      }),
      { numRuns: 400 },
    );
  });
});
