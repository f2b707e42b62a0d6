import { formatNumber } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import type { Level } from './self-assessment-data.ts';

/** A claim in words: `3 Scalable`, `2.5, between Operational and Scalable`, `don’t know`; undefined: not answered yet. */
export function claimWords(t: AppText, claimed: number | null | undefined, levels: readonly Level[]): string {
  if (claimed === undefined) return t('selfAssessment.claim.none');
  if (claimed === null) return t('selfAssessment.claim.unknown');
  const exact = levels.find(({ level }) => level === claimed);
  if (exact !== undefined) return t('selfAssessment.claim.level', { level: claimed, name: exact.name });
  const sorted = levels.toSorted((a, b) => a.level - b.level);
  const low = sorted.findLast(({ level }) => level < claimed);
  const high = sorted.find(({ level }) => level > claimed);
  // as said under an older rubric
  if (low === undefined || high === undefined) return formatNumber(claimed, t.locale);
  return t('selfAssessment.claim.between', {
    claimed: formatNumber(claimed, t.locale),
    low: low.name,
    high: high.name,
  });
}
