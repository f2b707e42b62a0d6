import { formatNumber, formatPercent } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { formatPoints } from '../../_backlog/backlog-words.ts';
import type { Calibration, Ledger } from './ledger-data.ts';

/** What was predicted and measured in one sentence, or how many are wanting until that says something. */
export function headlineWords(t: AppText, { all, needed }: Pick<Ledger, 'all' | 'needed'>): string {
  const { compared: n, predicted, measured } = all;
  if (n < needed) return t('ledger.few', { n, needed });
  return t('ledger.headline', {
    n,
    predicted: formatPoints(predicted, t.locale),
    measured: formatPoints(measured, t.locale),
  });
}

export const ratioWords = (t: AppText, { ratio }: Calibration): string | null =>
  ratio === null ? null : formatNumber(ratio, t.locale, 2);

/** The mean error in points with its interval; null: too few. */
export function errorWords(t: AppText, { error }: Calibration): { value: string; interval: string } | null {
  if (error === null) return null;
  const points = (value: number) => formatPoints(value, t.locale);
  return {
    value: t('ledger.errorValue', { value: points(error.estimate) }),
    interval: t('ledger.interval', { low: points(error.low), high: points(error.high) }),
  };
}

/** The share verified with its interval; null: too few. */
export function shareWords(t: AppText, { share }: Calibration): { value: string; interval: string } | null {
  if (share === null) return null;
  const percent = (value: number) => formatPercent(value, t.locale);
  return {
    value: percent(share.estimate),
    interval: t('ledger.interval', { low: percent(share.low), high: percent(share.high) }),
  };
}
