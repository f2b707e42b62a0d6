import { formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';

/** A band of participation in words: `under 20 %`, `40 %–60 %`, `80 % or more`. */
export function bandWords(t: AppText, band: { from: number; to: number } | null, countedOn: string | null): string {
  if (countedOn === null) return t('surveys.bandUncounted');
  if (band === null) return t('surveys.bandHidden');
  const [from, to] = [formatPercent(band.from, t.locale), formatPercent(band.to, t.locale)];
  if (band.from === 0) return t('surveys.bandUnder', { to });
  return band.to === 1 ? t('surveys.bandFrom', { from }) : t('surveys.band', { from, to });
}
