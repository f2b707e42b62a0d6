import { describe, expect, test } from 'vitest';
import { krippendorffAlpha, type Metric, prepareAlpha, type Unit } from '#rubrics/statistics/krippendorff.ts';

/** One row an assessor, a dot where there is none; the units are the columns. */
function unitsOf(...rows: string[]): Unit[] {
  const ratings = rows.map((row) => row.split(' ').map((rating) => (rating === '.' ? null : Number(rating))));
  return (ratings[0] ?? []).map((_, unit) => ratings.map((row) => row[unit] ?? null));
}
const alphasOf = (units: Unit[], ...metrics: Metric[]) =>
  metrics.map((metric) => krippendorffAlpha(units, metric).alpha);

describe('Krippendorff’s alpha', () => {
  // Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"
  test('of his own four observers and twelve units', () => {
    const units = unitsOf(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(alphasOf(units, 'nominal', 'ordinal', 'interval', 'ratio')).toEqual([
      0.743421, 0.815388, 0.849107, 0.797403,
    ]);
    // the twelfth unit has a single rating
    expect(krippendorffAlpha(units, 'nominal')).toMatchObject({ units: 11, values: 40 });
  });

  // the table of Wikipedia's article, also in fast-krippendorff's sample
  test('of three coders and fifteen units with many gaps', () => {
    const units = unitsOf(
      '. . . . . 3 4 1 2 1 1 3 3 . 3',
      '1 . 2 1 3 3 4 3 . . . . . . .',
      '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    );
    expect(alphasOf(units, 'nominal', 'ordinal', 'interval')).toEqual([0.691358, 0.806721, 0.810845]);
  });

  test('of three assessors and five aspects', () => {
    const units = unitsOf('2 1 3 2 1', '2 2 3 2 1', '3 1 3 2 2');
    expect(alphasOf(units, 'nominal', 'ordinal', 'interval')).toEqual([0.416667, 0.65, 0.65]);
  });

  test('is undefined where nothing could have differed', () => {
    expect(krippendorffAlpha(unitsOf('2 2 2', '2 2 2'), 'ordinal')).toEqual({ alpha: null, units: 3, values: 6 });
    expect(krippendorffAlpha(unitsOf('1 2 3'), 'ordinal')).toEqual({ alpha: null, units: 0, values: 0 });
    expect(krippendorffAlpha(unitsOf('. .', '. .'), 'ordinal').alpha).toBeNull();
    expect(krippendorffAlpha([], 'ordinal').alpha).toBeNull();
  });

  test('does not depend on the order of assessors or units', () => {
    const units = unitsOf('1 2.5 3 . 2', '1.5 2 3 4 2', '. 3 3.5 4 1');
    const alpha = krippendorffAlpha(units, 'ordinal').alpha;
    expect(krippendorffAlpha(units.toReversed(), 'ordinal').alpha).toBe(alpha);
    expect(
      krippendorffAlpha(
        units.map((unit) => unit.toReversed()),
        'ordinal',
      ).alpha,
    ).toBe(alpha);
  });

  test('of chosen units is that of a table with just those', () => {
    const units = unitsOf('2 1 3 2 1', '2 2 3 2 1', '3 1 3 2 2');
    const alphaOf = prepareAlpha(units, 'ordinal');
    for (const chosen of [
      [0, 1, 2],
      [4, 4, 2, 0],
      [1, 1, 1, 3, 3],
    ]) {
      const alone = chosen.flatMap((at) => (units[at] === undefined ? [] : [units[at]]));
      expect(alphaOf(chosen)).toBe(krippendorffAlpha(alone, 'ordinal').alpha);
    }
  });
});
