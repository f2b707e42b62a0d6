import type { AppText } from '../../../_messages/registry.ts';

/** A kind of source in words. */
export function sourceName(t: AppText, source: string): string {
  if (source === 'metrics-api') return t('evidence.sources.api');
  if (source === 'csv-upload') return t('evidence.sources.csv');
  if (source === 'prometheus') return t('evidence.sources.prometheus');
  return t('evidence.sources.other', { source });
}
