import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { Criterion } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import { compileRubric } from '#rubrics/rubric.ts';
import { buildAttestation, buildBundle, buildCapability } from '#tests/support/build-bundle.ts';
import { buildCriterion, buildPack } from '#tests/support/build-rubric.ts';

const ASPECTS = ['investment', 'adoption', 'interfaces', 'operations', 'measurement'];
/** how many criteria an aspect has at each level: 5 × 20 = 100 */
const AT_LEVEL = [
  [2, 7],
  [3, 7],
  [4, 6],
] as const;
const EFFORTS = [0.5, 1, 2, 3, 5, 8, 10, 13, 20];
const CAPABILITIES = 13;

/** The same numbers on each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** 100 criteria: one in five of the platform, one in ten only supporting, some that need another; every cell aims at the top. */
export function makePlanRubric(): Rubric {
  const random = seeded(7);
  const criteria = ASPECTS.flatMap((aspect) =>
    AT_LEVEL.flatMap(([level, count]) =>
      Array.from({ length: count }, (_, i): Criterion => {
        const id = (place: number) => `${aspect.slice(0, 3).toUpperCase()}-${level}.${String.fromCharCode(97 + place)}`;
        const role = i > 0 && random() < 0.1 ? 'supporting' : 'required';
        const scope = random() < 0.2 ? 'platform' : 'capability';
        const needs = scope === 'capability' && i > 0 && random() < 0.15 ? { needs: [id(i - 1)] } : {};
        const effort = EFFORTS[Math.floor(random() * EFFORTS.length)] ?? 1;
        return buildCriterion(id(i), { aspect, level, role, scope, effort, ...needs });
      }),
    ),
  );
  const pack = buildPack(criteria);
  const aspects = ASPECTS.map((key) => ({ key, name: key, question: 'How is it?', cells: {} }));
  return compileRubric({ ...pack, pack: { ...pack.pack, aspects, targets: { default: 4 } } });
}

/** A platform of 13 capabilities where a share of the criteria is met, and of the rest half is not met and half not known. */
export function makeCase(rubric: Rubric, met: number): Bundle {
  const random = seeded(Math.round(met * 1000) + 11);
  const capabilities = Array.from({ length: CAPABILITIES }, (_, i) =>
    buildCapability({ key: `capability-${i}`, name: `${i}` }),
  );
  const attestations = rubric.criteria.flatMap(({ source: { id }, ofPlatform }) =>
    (ofPlatform ? [null] : capabilities.map(({ key }) => key)).flatMap((capability) => {
      const drawn = random();
      if (drawn >= met + (1 - met) / 2) return [];
      return [buildAttestation(id, { capability, answer: drawn < met ? 'yes' : 'no' })];
    }),
  );
  return buildBundle({ settings: { capabilities, targets: [], minimumGroup: 5 }, attestations });
}
