import { listAnswers, listMetricDays, listRequests } from '#db/queries/capability-page.ts';
import type { Rubric } from '#rubrics/rubric.ts';
import type { CriterionTrace, MetricTrace } from '#rubrics/scoring/explanation.ts';
import type { Context } from '../context.ts';
import { thinOut } from '../overview/thin-out.ts';
import { dailyValues } from './daily-values.ts';
import { isAttestation, isMetric, listLeaves } from './list-leaves.ts';

const DAY_MS = 86_400_000;
const HISTORY_DAYS = 180;
const HISTORY_POINTS = 90;
const CLAIMS_SHOWN = 5;

type Place = { platformId: string; capability: string };

async function readHistories(ctx: Context, place: Place, leaves: MetricTrace[], asOf: string) {
  const metrics = leaves.flatMap(({ metric, denominator }) =>
    denominator === null ? [metric] : [metric, denominator],
  );
  const [first] = leaves;
  if (first === undefined) return [];
  const rows = await listMetricDays(ctx.db, {
    platformId: place.platformId,
    capability: first.capability,
    metrics: [...new Set(metrics)],
    fromDay: Math.floor(Date.parse(asOf) / DAY_MS) - HISTORY_DAYS,
  });
  return leaves.map((leaf) => thinOut(dailyValues(leaf, rows), HISTORY_POINTS));
}

/** One criterion with everything a person needs to judge it, meet it, answer it or ask to be exempt. */
export async function readCriterion(
  ctx: Context,
  place: Place,
  chosen: { trace: CriterionTrace; asOf: string; rubric: Rubric },
) {
  const { trace, asOf, rubric } = chosen;
  const leaves = listLeaves(trace.test);
  const metrics = leaves.filter(isMetric);
  const about = {
    platformId: place.platformId,
    criterion: trace.id,
    capability: trace.inherited ? null : place.capability,
  };
  const [histories, attestations, exemptions] = await Promise.all([
    readHistories(ctx, place, metrics, asOf),
    listAnswers(ctx.db, about, CLAIMS_SHOWN),
    listRequests(ctx.db, about, CLAIMS_SHOWN),
  ]);
  const written = rubric.pack.criteria.find(({ id }) => id === trace.id);
  return {
    ...trace,
    effort: written?.effort ?? null,
    example: written?.example ?? null,
    /** where an answer belongs: this capability, or null for the platform as a whole */
    about: about.capability,
    names: {
      metrics: Object.fromEntries(
        metrics
          .flatMap(({ metric, denominator }) => [metric, denominator ?? metric])
          .map((key) => [key, rubric.metrics.get(key)?.name ?? key]),
      ),
      questions: Object.fromEntries(
        leaves.flatMap((leaf) =>
          leaf.kind === 'survey' ? [[leaf.question, rubric.questions.get(leaf.question)?.text ?? leaf.question]] : [],
        ),
      ),
    },
    /** one line of daily values for each metric leaf, in their order */
    histories,
    /** what an attestation may say here, or null where none is asked for */
    answerable: leaves.find(isAttestation) ?? null,
    attestations,
    exemptions,
  };
}
