import type { CellChange, CellFacts } from '#rubrics/scoring/compare.ts';
import type { Flip } from '#rubrics/scoring/flips.ts';
import { formatDate, formatNumber, formatPercent } from '../_messages/format.ts';
import type { AppText } from '../_messages/registry.ts';
import { type LevelName, levelWords } from './meter-words.ts';

export type BreakOf = {
  day: string;
  reason: 'rubric' | 'wording' | 'capabilities' | 'invited';
  from: string;
  to: string;
};

/** `2 Operational`, or why there is no level. */
export function placeWords(t: AppText, facts: CellFacts | null, levels: readonly LevelName[]): string {
  if (facts === null) return t('moved.level.none');
  if (facts.state !== 'scored') return t(`meter.${facts.state}`);
  return facts.level === null ? t('moved.level.none') : levelWords(t, facts.level, levels);
}

/** What is possible and covered in a cell whose level stands. */
export function sureWords(t: AppText, facts: CellFacts | null): string {
  if (facts === null || facts.high === null) return t('moved.level.none');
  const { low, high, coverage } = facts;
  const range = low === high ? 'exactly' : low === null ? 'open' : 'range';
  const words = t(`moved.level.${range}`, {
    low: formatNumber(low ?? 0, t.locale),
    high: formatNumber(high, t.locale),
  });
  if (coverage === null) return words;
  return `${words}, ${t('moved.level.covered', { coverage: formatPercent(coverage, t.locale) })}`;
}

const stateWords = (t: AppText, state: Flip['before']) =>
  state === null ? t('moved.absent') : t(`overview.states.${state}`);

/** `Nobody waits for a person (INT-2.c is now INT-2.x)`; without its claim a criterion goes by its number. */
function claimWords(t: AppText, { criterion, formerly }: Flip, claim: string | undefined): string {
  if (formerly === undefined) return claim ?? criterion;
  const renamed = t('moved.renamed', { from: formerly, to: criterion });
  return claim === undefined ? renamed : t('moved.renamedClaim', { claim, renamed });
}

/** `Nobody waits for a person: met, new evidence`. */
export function flipWords(t: AppText, flip: Flip, claim: string | undefined): string {
  const { why, earlier = [] } = flip;
  const state = newsWords(t, flip);
  const causes = [...earlier, why].map((cause) => t(`moved.why.${cause}`));
  return `${t('moved.flip', { claim: claimWords(t, flip, claim), state })}, ${causes.join(t('moved.afterwards'))}`;
}

/** What is new of a criterion: its state, what its answer counts, or that the rubric asks it otherwise. */
function newsWords(t: AppText, { before, after, values, symptom }: Flip): string {
  const state = symptom && isVerdict(after) ? t(`moved.symptom.${after}`) : stateWords(t, after);
  if (before !== after) return state;
  if (values === undefined) return t('moved.asBefore', { state });
  const number = (value: number | null) => (value === null ? t('moved.absent') : formatNumber(value, t.locale, 2));
  return t('moved.counts', { before: number(values.before), after: number(values.after) });
}

const isVerdict = (state: Flip['after']) => state === 'met' || state === 'not_met' || state === 'unknown';

/** Every flip of a change that explains it: the rubric's own first. */
export const reasonsOf = ({ rubricFlips, flips }: Pick<CellChange, 'flips' | 'rubricFlips'>): Flip[] => [
  ...rubricFlips,
  ...flips,
];

/** A part of percent to target as points without a sign: `4.1`. */
export const pointsOf = (t: AppText, share: number) => formatNumber(Math.abs(share * 100), t.locale, 1);

/** The same with its sign: `+4.1`. */
export function pointsWords(t: AppText, share: number): string {
  const points = pointsOf(t, share);
  if (Math.round(share * 1000) === 0) return t('moved.points.none');
  return t(share > 0 ? 'moved.points.plus' : 'moved.points.minus', { points });
}

/** `3 Nov 2026: the rubric changed from … to …`. */
export function breakWords(t: AppText, { day, reason, from, to }: BreakOf): string {
  const [was, is] = [from.split(', '), to.split(', ')];
  const changes = [
    ...is.filter((key) => !was.includes(key)).map((key) => `+ ${key}`),
    ...was.filter((key) => !is.includes(key)).map((key) => `− ${key}`),
  ].join(', ');
  return `${formatDate(day, t.locale)}: ${t(`moved.breaks.${reason}`, { from, to, changes })}`;
}
