import { meanAndSd } from '#rubrics/statistics/mean-and-sd.ts';
import { meanT } from '#rubrics/statistics/mean-t.ts';
import { wilson } from '#rubrics/statistics/wilson.ts';
import type { Calibration, Settled } from './ledger-schema.ts';

/** With fewer improvements nothing is said about how good estimates are. */
export const LEAST_IMPROVEMENTS = 5;
const CONFIDENCE = 0.9;
const DAY_MS = 86_400_000;

/** How good the estimates of some improvements were. */
export function calibrate(items: readonly Settled[]): Calibration {
  const verified = items.filter(({ state }) => state === 'verified');
  const pairs = items.flatMap(({ state, predicted, measured }) => {
    const brought = state === 'verified' ? measured : 0;
    return predicted === null || brought === null ? [] : [{ predicted, brought }];
  });
  const predicted = sum(pairs.map((pair) => pair.predicted));
  const measured = sum(pairs.map(({ brought }) => brought));
  const enough = pairs.length >= LEAST_IMPROVEMENTS;
  return {
    settled: items.length,
    verified: verified.length,
    compared: pairs.length,
    predicted,
    measured,
    ratio: enough && predicted > 0 ? measured / predicted : null,
    error: enough ? errorOf(pairs.map((pair) => pair.brought - pair.predicted)) : null,
    share: items.length >= LEAST_IMPROVEMENTS ? wilson(verified.length / items.length, items.length, CONFIDENCE) : null,
    daysToVerify: median(verified.flatMap(daysOf)),
    effort: effortOf(items),
  };
}

function errorOf(errors: readonly number[]): Calibration['error'] {
  const { mean, sd } = meanAndSd(errors);
  return mean === null || sd === null ? null : meanT({ mean, sd, n: errors.length }, CONFIDENCE);
}

const daysOf = ({ closedAt, settledAt }: Settled): number[] =>
  closedAt === null ? [] : [(Date.parse(settledAt) - Date.parse(closedAt)) / DAY_MS];

function effortOf(items: readonly Settled[]): Calibration['effort'] {
  const known = items.flatMap(({ effortDays, actualDays }) =>
    effortDays === null || actualDays === null ? [] : [{ effortDays, actualDays }],
  );
  if (known.length === 0) return null;
  const estimated = sum(known.map(({ effortDays }) => effortDays));
  return { improvements: known.length, estimated, actual: sum(known.map(({ actualDays }) => actualDays)) };
}

const sum = (values: readonly number[]): number =>
  Math.round(values.reduce((total, value) => total + value, 0) * 1e6) / 1e6;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
