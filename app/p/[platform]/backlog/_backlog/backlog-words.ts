import { formatDate, formatDateTime, formatDifference } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import type { Item, Predicted } from './backlog-data.ts';

const POINTS = 100;

/** A difference of percent to target in points, with its sign: `+1.6`. */
export const formatPoints = (value: number, locale: string): string => formatDifference(value * POINTS, locale);

/** `+1.6 points`, or that it is not known. */
export function effectWords(t: AppText, effect: { value: number | null } | null): string {
  if (effect === null || effect.value === null) return t('backlog.effect.unknown');
  if (effect.value === 0) return t('backlog.effect.none');
  return t('backlog.effect.points', { points: formatPoints(effect.value, t.locale) });
}

/** How far it could reach with what is unknown; null where both ends are the value. */
export function rangeWords(t: AppText, { value, low, high }: Predicted): string | null {
  if (low === null || high === null || (low === value && high === value)) return null;
  const [least, most] = low < high ? [low, high] : [high, low];
  return t('backlog.effect.range', { low: formatPoints(least, t.locale), high: formatPoints(most, t.locale) });
}

export const asOfWords = (t: AppText, asOf: string, timeZone: string) =>
  t('backlog.effect.asOf', { time: formatDateTime(asOf, t.locale, timeZone) });

/** A day that has passed while the improvement is still open. */
export const isLate = ({ dueOn, state }: Item, now: string) =>
  dueOn !== null && dueOn < now.slice(0, 10) && (state === 'proposed' || state === 'planned' || state === 'doing');

export function dueWords(t: AppText, item: Item, now: string): string | null {
  if (item.dueOn === null) return null;
  const day = formatDate(item.dueOn, t.locale);
  return isLate(item, now) ? t('backlog.card.overdue', { day }) : t('backlog.card.due', { day });
}

export function ownerWords(t: AppText, { owner }: Pick<Item, 'owner'>): string {
  if (owner === null) return t('backlog.card.nobody');
  return owner.active ? owner.name : t('backlog.card.left', { name: owner.name });
}

/** The capabilities that an improvement is about, each once. */
export function aboutNames(t: AppText, { criteria }: Pick<Item, 'criteria'>): string[] {
  return [...new Set(criteria.map(({ capabilityName }) => capabilityName ?? t('backlog.card.platform')))];
}

export function aboutWords(t: AppText, item: Pick<Item, 'criteria'>): string {
  const [first, ...rest] = aboutNames(t, item);
  return rest.length === 0 ? (first ?? '') : `${first} ${t('backlog.card.more', { n: rest.length })}`;
}
