import { checkAnswers, fullValueOf } from './compile-answers.ts';
import { compileTest } from './compile-test.ts';
import type { CompiledCriterion, PackProblem } from './compiled.ts';
import { canonicalJson, sha256Hex } from './evidence/canonical.ts';
import type { Criterion, MetricDefinition, Pack, Question } from './pack.ts';
import type { RollUp } from './pack-roll-up.ts';

/** A pack ready for scoring: defaults applied, thresholds in base units. Runs in a browser. */
export type Rubric = {
  readonly id: string;
  readonly version: string;
  /** hash of the pack as written: no defaults, criteria by id, locales apart */
  readonly sha256: string;
  readonly pack: Pack;
  readonly floor: number;
  /** what the criteria add up to */
  readonly rollUp: RollUp;
  /** the highest level */
  readonly top: number;
  /** keys, in the pack's order */
  readonly aspects: readonly string[];
  /** by id */
  readonly criteria: readonly CompiledCriterion[];
  readonly metrics: ReadonlyMap<string, MetricDefinition>;
  readonly questions: ReadonlyMap<string, Question>;
};

/** Everything that keeps a pack from loading; empty for a good one. */
export function checkPack(pack: Pack): PackProblem[] {
  return compile(pack).problems;
}

/** A pack that follows the schema and cannot be compiled all the same. */
export class RubricError extends Error {
  override name = 'RubricError';
}

/** Compiles a parsed pack. Throws a RubricError where it does not load: `checkPack` tells why, part by part. */
export function compileRubric(pack: Pack): Rubric {
  const { criteria, problems } = compile(pack);
  if (problems.length > 0) {
    throw new RubricError(
      `This pack does not load: ${problems.map(({ id, message }) => `${id}: ${message}`).join('; ')}`,
    );
  }
  const asWritten = { ...pack, criteria: byId(pack.criteria) };
  return {
    id: pack.pack.id,
    version: pack.pack.version,
    sha256: sha256Hex(canonicalJson(asWritten)),
    pack: asWritten,
    floor: pack.pack.floor,
    rollUp: pack.pack.roll_up ?? 'gated',
    top: Math.max(...pack.pack.levels.map((one) => one.level)),
    aspects: pack.pack.aspects.map((aspect) => aspect.key),
    criteria,
    metrics: new Map(pack.metrics.map((metric) => [metric.key, metric])),
    questions: new Map(pack.questions.map((question) => [question.key, question])),
  };
}

const byId = (criteria: readonly Criterion[]) => criteria.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

function compile(pack: Pack): { criteria: CompiledCriterion[]; problems: PackProblem[] } {
  const problems: PackProblem[] = duplicates(pack);
  const criteria = byId(pack.criteria).flatMap((criterion) => {
    const refuse = (path: readonly PropertyKey[], message: string) => {
      problems.push({ part: 'criterion', id: criterion.id, path, message });
    };
    return compileCriterion(criterion, pack, refuse) ?? [];
  });
  return { criteria, problems };
}

function compileCriterion(
  criterion: Criterion,
  pack: Pack,
  refuse: (path: readonly PropertyKey[], message: string) => void,
): CompiledCriterion | null {
  const levels = new Set(pack.pack.levels.map((one) => one.level));
  const aspect = pack.pack.aspects.findIndex((one) => one.key === criterion.aspect);
  if (aspect < 0) refuse(['aspect'], `the aspect "${criterion.aspect}" is not in pack.yaml`);
  if (!levels.has(criterion.level)) refuse(['level'], `the level ${criterion.level} is not in pack.yaml`);
  if ((criterion.role === 'limiter') !== (criterion.caps_at !== undefined))
    refuse(['caps_at'], 'a limiter says at which level it holds the cell (caps_at), and no other role does');
  checkAnswers(criterion, pack.pack, refuse);
  if (criterion.role === 'anchor' && criterion.level !== 1) refuse(['level'], 'an anchor belongs to level 1');
  const test = compileTest(criterion.test, {
    metrics: new Map(pack.metrics.map((metric) => [metric.key, metric])),
    questions: new Map(pack.questions.map((question) => [question.key, question])),
    answerSets: pack.pack.answer_sets ?? [],
    platformScope: criterion.scope === 'platform',
    path: ['test'],
    refuse,
  });
  return (
    test && {
      source: criterion,
      aspect,
      role: criterion.role,
      ofPlatform: criterion.scope === 'platform',
      capsAt: criterion.caps_at ?? 0,
      fullValue: fullValueOf(test),
      effectiveFromMs:
        criterion.effective_from === undefined
          ? Number.NEGATIVE_INFINITY
          : Date.parse(`${criterion.effective_from}T00:00:00Z`),
      appliesTo: criterion.applies_to ?? null,
      test,
    }
  );
}

function duplicates(pack: Pack): PackProblem[] {
  const lists = [
    { part: 'criterion', ids: pack.criteria.map((criterion) => criterion.id) },
    { part: 'metric', ids: pack.metrics.map((metric) => metric.key) },
    { part: 'question', ids: pack.questions.map((question) => question.key) },
  ] as const;
  return lists.flatMap(({ part, ids }) =>
    ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) => ({ part, id, path: [], message: `the ${part} "${id}" stands here twice` })),
  );
}
