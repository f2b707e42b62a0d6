import type { Bundle } from '#rubrics/evidence/bundle.ts';
import type { SurveyLeaf } from '#rubrics/pack.ts';

/** The intervals of docs/scoring.md §3.1, for the reference implementation beside it. */
type Aggregate = Bundle['surveys'][number];
export const round = (value: number) => (Math.sign(value) * Math.round(Math.abs(value) * 1e6)) / 1e6 || 0;
export const sum = (values: number[]) => values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0);
type Estimate = { e: number; l: number; u: number; flat: boolean };
export function wilson(leaf: SurveyLeaf, { counts, invited }: Aggregate, n: number, confidence: number): Estimate {
  const good = leaf.statistic === 'share' ? (leaf.answers ?? []) : ['4', '5'];
  const total = sum(Object.values(counts ?? {}));
  const p = sum(good.map((key) => counts?.[key] ?? 0)) / total;
  if (n >= invited) return { e: round(p), l: round(p), u: round(p), flat: false };
  const m = (n * (invited - 1)) / (invited - n);
  const z = quantile(confidence, 1e6);
  const centre = (p + (z * z) / (2 * m)) / (1 + (z * z) / m);
  const half = (z * Math.sqrt((p * (1 - p)) / m + (z * z) / (4 * m * m))) / (1 + (z * z) / m);
  return { e: round(p), l: round(centre - half), u: round(centre + half), flat: false };
}

export function student({ mean, sd, invited }: Aggregate, n: number, confidence: number): Estimate {
  const half = n >= invited ? 0 : (quantile(confidence, n - 1) * (sd ?? 0) * Math.sqrt(1 - n / invited)) / Math.sqrt(n);
  return { e: round(mean ?? 0), l: round((mean ?? 0) - half), u: round((mean ?? 0) + half), flat: sd === 0 };
}

const known = new Map<string, number>();
/** Student's two-sided quantile by halving, its density added up by Simpson's rule; the normal one from a million degrees on. */
function quantile(confidence: number, degrees: number): number {
  const key = `${confidence} ${degrees}`;
  const normal = degrees >= 1e6;
  const density = (x: number) => (normal ? Math.exp((-x * x) / 2) : (1 + (x * x) / degrees) ** (-(degrees + 1) / 2));
  const area = (from: number, to: number) => {
    const step = (to - from) / 4000;
    const at = (i: number) => (i % 4000 === 0 ? 1 : i % 2 === 1 ? 4 : 2) * density(from + i * step);
    return (Array.from({ length: 4001 }, (_, i) => at(i)).reduce((a, b) => a + b, 0) * step) / 3;
  };
  const found = known.get(key) ?? solve(area, confidence);
  known.set(key, found);
  return found;
}
function solve(area: (from: number, to: number) => number, confidence: number): number {
  const whole = area(0, 60);
  let [low, high] = [0, 60];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (area(0, middle) < confidence * whole) low = middle;
    else high = middle;
  }
  return low;
}
