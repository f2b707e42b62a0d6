import type { DIMENSIONS, STATISTICS } from './pack.ts';
import { parseDuration } from './parse-duration.ts';
import { type Parsed, parsed, refused } from './parsed.ts';
import { round6 } from './round6.ts';

export type Dimension = (typeof DIMENSIONS)[number];
export type Statistic = (typeof STATISTICS)[number];
export const OPERATORS = ['>=', '<=', '>', '<', '='] as const;
export type Operator = (typeof OPERATORS)[number];
/** An operator and a threshold in base units: ratio 0…1, duration in seconds, count, points 0…100. */
export type Comparison = { op: Operator; threshold: number };

const EXAMPLES: Record<Dimension, string> = {
  ratio: 'a share, such as "80%" or "5/100"',
  duration: 'a duration, such as "1h" or "5d"',
  count: 'a plain number, such as "3"',
  points: 'a plain number of points from 0 to 100, such as "68"',
};

/** What the statistic of a metric is measured in: counting anything gives a count, dividing sums gives a ratio. */
export function dimensionOf(statistic: Statistic, metric: Dimension): Dimension {
  if (statistic === 'count' || statistic === 'distinct') return 'count';
  return statistic === 'share' ? 'ratio' : metric;
}

/** Reads a quantity with its unit into base units. A quantity of another dimension is refused. */
export function parseQuantity(text: string, dimension: Dimension): Parsed<number> {
  const trimmed = text.trim();
  const wrong = refused(`"${trimmed}" is the wrong kind of quantity: write ${EXAMPLES[dimension]}`);
  if (dimension === 'duration') {
    const duration = trimmed === '0s' ? parsed(0) : parseDuration(trimmed);
    return duration.ok ? duration : wrong;
  }
  if (dimension === 'ratio') return parseRatio(trimmed) ?? wrong;
  if (!/^-?\d+(\.\d+)?$/.test(trimmed)) return wrong;
  const value = round6(Number(trimmed));
  if (dimension === 'points' && (value < 0 || value > 100))
    return refused(`"${trimmed}" is outside the scale: points run from 0 to 100`);
  return parsed(value);
}

function parseRatio(text: string): Parsed<number> | null {
  const percent = /^(-?\d+(?:\.\d+)?)\s*%$/.exec(text);
  if (percent) return parsed(round6(Number(percent[1]) / 100));
  const fraction = /^(-?\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)$/.exec(text);
  if (!fraction) return null;
  if (Number(fraction[2]) === 0) return refused(`"${text}" divides by zero`);
  return parsed(round6(Number(fraction[1]) / Number(fraction[2])));
}

/** Reads a test such as `>= 80%`, `<= 1h`, `< 5/100`, `>= 3`. */
export function parseThreshold(text: string, dimension: Dimension): Parsed<Comparison> {
  const trimmed = text.trim();
  const op = OPERATORS.find((candidate) => trimmed.startsWith(candidate));
  if (!op) return refused(`"${trimmed}" has no operator: write one of >=, <=, >, <, = and ${EXAMPLES[dimension]}`);
  const quantity = parseQuantity(trimmed.slice(op.length), dimension);
  return quantity.ok ? parsed({ op, threshold: quantity.value }) : quantity;
}
