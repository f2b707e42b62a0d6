import { listMetricDays } from '#db/queries/capability-page.ts';
import { findEffortEstimate } from '#db/queries/efforts.ts';
import { answersOf, type OfferedAnswer } from '#rubrics/answers-of.ts';
import type { Criterion } from '#rubrics/pack.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { CriterionTrace, MetricTrace } from '#rubrics/scoring/explanation.ts';
import { attestationIn } from '../attestations/answer-criterion.ts';
import type { Context } from '../context.ts';
import { thinOut } from '../overview/thin-out.ts';
import { dailyValues } from './daily-values.ts';
import { isAttestation, isMetric, type Leaf, listLeaves } from './list-leaves.ts';
import { readClaims } from './read-claims.ts';

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 180;
const HISTORY_POINTS = 90;

type Place = { platformId: string; capability: string };

/** The daily values of each metric leaf, in their order, from one statement. */
async function readHistories(ctx: Context, place: Place, leaves: MetricTrace[], asOf: string) {
  if (leaves.length === 0) return [];
  const metrics = leaves.flatMap(({ metric, denominator }) =>
    denominator === null ? [metric] : [metric, denominator],
  );
  const rows = await listMetricDays(ctx.db, {
    ...place,
    metrics: [...new Set(metrics)],
    fromDay: Math.floor(Date.parse(asOf) / DAY_MS) - HISTORY_DAYS,
  });
  return leaves.map((leaf) => thinOut(dailyValues(leaf, rows), HISTORY_POINTS));
}

/** What the keys in a test are called. */
function nameKeys(leaves: Leaf[], rubric: Rubric): Record<string, string> {
  const names = leaves.flatMap((leaf) => {
    if (leaf.kind === 'survey') return [[leaf.question, rubric.questions.get(leaf.question)?.text]];
    if (leaf.kind === 'attestation') return [];
    return [leaf.metric, leaf.denominator].flatMap((key) =>
      key === null ? [] : [[key, rubric.metrics.get(key)?.name]],
    );
  });
  return Object.fromEntries(names);
}

/** The answers of a set, from least to most; none where answers are named by their keys. */
function namedAnswers(written: Criterion | undefined, rubric: Rubric): OfferedAnswer[] {
  if (written === undefined) return [];
  const leaf = attestationIn(written.test);
  if (leaf?.answer_set === undefined) return [];
  return answersOf(leaf, rubric.pack.pack.answer_sets) ?? [];
}

/** One criterion with everything a person needs to judge it, meet it, answer it or ask to be exempt. */
export async function readCriterion(
  ctx: Context,
  place: Place,
  chosen: { trace: CriterionTrace; asOf: string; rubric: Rubric },
) {
  const { trace, asOf, rubric } = chosen;
  const leaves = listLeaves(trace.test);
  /** where an answer belongs: this capability, or the platform as a whole */
  const about = trace.inherited ? null : place.capability;
  const [histories, claims, estimate] = await Promise.all([
    readHistories(ctx, place, leaves.filter(isMetric), asOf),
    readClaims(ctx, { platformId: place.platformId, criterion: trace.id, capability: about }),
    findEffortEstimate(ctx.db, { platformId: place.platformId, criterion: trace.id, capability: about ?? '' }),
  ]);
  const written = rubric.pack.criteria.find(({ id }) => id === trace.id);
  const { pack } = rubric.pack;
  const parts = pack.aspects.find(({ key }) => key === written?.aspect)?.parts;
  return {
    ...trace,
    ...claims,
    /** person-days, by whoever works here, else by the rubric; null: nobody has said */
    effort: estimate?.days ?? written?.effort ?? null,
    isOwnEffort: estimate !== undefined,
    example: written?.example ?? null,
    quality: written?.quality ?? [],
    /** the part of the aspect, in words */
    part: parts?.find(({ key }) => key === written?.part)?.name ?? null,
    notApplicableAdvice: pack.not_applicable ?? null,
    about,
    names: nameKeys(leaves, rubric),
    histories,
    /** what may be answered here; null where only metrics or surveys decide */
    answerable: leaves.find(isAttestation) ?? null,
    /** what its answers are called and count, where they have names of their own */
    answerNames: namedAnswers(written, rubric),
  };
}
