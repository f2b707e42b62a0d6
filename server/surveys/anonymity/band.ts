import type { Question } from '#rubrics/pack.ts';
import type { Aggregate, QuestionType } from '#rubrics/question-types/question-type.ts';
import { round6 } from '#rubrics/round6.ts';
import { classOf, type Value } from './answer-value.ts';

const MOST = 0.9;

type Spread = { value: number; weight: number }[];

/**
 * What is stored of a (nearly) unanimous slice: nine tenths at the common answer, one tenth elsewhere, and for n the foot
 * of its band, k. Within the common class and among the others the answers are spread evenly.
 */
export function bandedAggregate(type: QuestionType, question: Question, common: Value, minimum: number): Aggregate {
  const options = Object.keys(type.aggregate(question, []).counts ?? {});
  if (options.length === 0) return { n: minimum, counts: null, ...moments(bandedPoints(type, common), minimum) };

  const inside = options.filter((option) => classOf(type, option) === common);
  const share = (option: string) =>
    inside.includes(option) ? MOST / inside.length : (1 - MOST) / (options.length - inside.length);
  const counts = Object.fromEntries(options.map((option) => [option, round6(share(option) * minimum)]));
  const numeric = type.scale !== null;
  const spread = options.map((option) => ({ value: Number(option), weight: share(option) }));
  return { n: minimum, counts, ...(numeric ? moments(spread, minimum) : { mean: null, sd: null }) };
}

/** Points: one tenth in the middle of the scale, or at its foot where the middle is the common answer. */
function bandedPoints(type: QuestionType, common: Value): Spread {
  const { min, max } = type.scale ?? { min: 0, max: 100 };
  const middle = (min + max) / 2;
  const points = Number(common);
  return [
    { value: points, weight: MOST },
    { value: points === middle ? min : middle, weight: 1 - MOST },
  ];
}

function moments(spread: Spread, n: number): { mean: number; sd: number } {
  const mean = spread.reduce((sum, { value, weight }) => sum + value * weight, 0);
  const variance = spread.reduce((sum, { value, weight }) => sum + weight * (value - mean) ** 2, 0);
  return { mean: round6(mean), sd: round6(Math.sqrt((variance * n) / (n - 1))) };
}
