import type { z } from 'zod';
import type { bundleSchema } from '#rubrics/evidence/bundle.ts';
import { meanT } from '#rubrics/statistics/mean-t.ts';
import type { Interval } from '#rubrics/statistics/statistic.ts';
import { wilson } from '#rubrics/statistics/wilson.ts';
import type { Shown } from './anonymity/suppress.ts';
import type { AskedQuestion } from './asked-question.ts';
import { questionTypeOf } from './response.ts';

type Entry = z.infer<typeof bundleSchema>['surveys'][number];
export type OptionShare = { key: string; text: string; share: number };
export type Figures = {
  n: number | null;
  /** the answers may be anything from n up to here; null: they are exactly n */
  upTo: number | null;
  /** share of 4 and 5, ratio */
  favourable: Interval | null;
  /** on the question's scale */
  mean: Interval | null;
  options: OptionShare[] | null;
};

/** Of every interval that is shown with a survey. */
export const CONFIDENCE = 0.9;

/** The figures of a slice with their intervals (90 %, corrected for the number invited), from what was released and no more. */
export function figuresOf(question: AskedQuestion, entry: Entry, shown: Shown): Figures {
  const { n, counts, mean, sd, invited } = entry;
  if (n === null) return { n, upTo: null, favourable: null, mean: null, options: null };
  const type = questionTypeOf(question);
  const total = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0);
  const shareOf = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (counts?.[key] ?? 0), 0) / total;
  return {
    n,
    // the band ends below twice the minimum, and it starts at the minimum
    upTo: shown === 'banded' ? 2 * n - 1 : null,
    favourable:
      counts === null || type.favourable.length === 0 ? null : wilson(shareOf(type.favourable), n, CONFIDENCE, invited),
    mean: counts !== null || mean === null || sd === null ? null : meanT({ mean, sd, n }, CONFIDENCE, invited),
    options: counts === null ? null : optionsOf(question, counts, (key) => shareOf([key])),
  };
}

function optionsOf(question: AskedQuestion, counts: Record<string, number>, shareOf: (key: string) => number) {
  const texts = new Map(question.options?.map(({ key, text }) => [key, text]));
  return Object.keys(counts).map((key) => ({ key, text: texts.get(key) ?? key, share: shareOf(key) }));
}
