import { formatDate, formatNumber } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import type { Campaign, OpenCampaign } from './campaign-data.ts';

/** `12 of 26`, or that nothing is in force. */
export function progressWords(t: AppText, { reached, of }: Campaign['progress'], long = false): string {
  if (of === 0) return t('campaigns.nothing');
  return t(long ? 'campaigns.reachedLong' : 'campaigns.reached', { reached, of });
}

/** What stands beside the count: what is not known, not in force, and no longer there. */
export function besideWords(t: AppText, { open, outside, gone }: Campaign['progress']): string {
  return [
    ...(open === 0 ? [] : [t('campaigns.open', { n: open })]),
    ...(outside === 0 ? [] : [t('campaigns.outside', { n: outside })]),
    ...(gone === 0 ? [] : [t('campaigns.gone', { n: gone })]),
  ].join(' · ');
}

/** When it would be through at its pace, or why nobody can say; how it ended once it has. */
export function outlookWords(t: AppText, { campaign, forecast, platform }: OpenCampaign): string | null {
  if (campaign.endedAt !== null && campaign.endedBy !== null) {
    const day = formatDate(campaign.endedAt, t.locale, platform.timeZone);
    return t(`campaigns.ended.${campaign.endedBy}`, { day });
  }
  if (forecast === null) return null;
  if (forecast.verdict === 'too_few')
    return t('campaigns.forecast.too_few', { n: forecast.points, points: forecast.points });
  if (forecast.verdict !== 'expected') return t(`campaigns.forecast.${forecast.verdict}`);
  return t(`campaigns.forecast.${forecast.endsOn > campaign.dueOn ? 'late' : 'onTime'}`, {
    perWeek: formatNumber(forecast.perWeek, t.locale, 1),
    day: formatDate(forecast.endsOn, t.locale),
  });
}
