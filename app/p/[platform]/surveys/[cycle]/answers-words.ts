import type { AppText } from '../../../../_messages/registry.ts';
import type { ResultSlice } from './cycle-shape.ts';

/** How many answered: `15 of 20`, or as a band where nearly all said the same. */
export function answersWords(t: AppText, { n, upTo, invited }: ResultSlice): string {
  if (n === null) return t('surveys.results.hidden');
  if (upTo === null) return t('surveys.results.answersOf', { n, invited });
  return t('surveys.results.answersBand', { n, upTo: Math.min(upTo, invited), invited });
}
