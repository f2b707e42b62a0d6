import type { CheckedSample } from './check-samples.ts';

/** Many checked samples of one platform in few objects, so that they cross threads at the cost of copying bytes. */
export type PackedSamples = {
  series: Omit<CheckedSample, 'atMs' | 'value'>[];
  /** of each sample, which of the series */
  seriesOf: Uint32Array<ArrayBuffer>;
  atMs: Float64Array<ArrayBuffer>;
  values: Float64Array<ArrayBuffer>;
};

/** Packs samples as they come, a piece at a time. */
export function makePacker() {
  const series: PackedSamples['series'] = [];
  const known = new Map<string, number>();
  const [seriesOf, atMs, values]: [number[], number[], number[]] = [[], [], []];

  function numberOf({ atMs: _, value: __, ...subject }: CheckedSample): number {
    const key = JSON.stringify(subject);
    const found = known.get(key) ?? series.length;
    if (found === series.length) {
      series.push(subject);
      known.set(key, found);
    }
    return found;
  }

  return {
    add: (samples: readonly CheckedSample[]) => {
      for (const sample of samples) {
        seriesOf.push(numberOf(sample));
        atMs.push(sample.atMs);
        values.push(sample.value);
      }
    },
    packed: (): PackedSamples => ({
      series,
      seriesOf: Uint32Array.from(seriesOf),
      atMs: Float64Array.from(atMs),
      values: Float64Array.from(values),
    }),
  };
}

/** Some of the samples again, from the one at `from` on. */
export function unpack(
  { series, seriesOf, atMs, values }: PackedSamples,
  from: number,
  count: number,
): CheckedSample[] {
  return [...seriesOf.subarray(from, from + count)].flatMap((number, index) => {
    const subject = series[number];
    const [time, value] = [atMs[from + index], values[from + index]];
    return subject === undefined || time === undefined || value === undefined
      ? []
      : [{ ...subject, atMs: time, value }];
  });
}
