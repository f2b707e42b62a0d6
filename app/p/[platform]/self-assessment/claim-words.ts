import { formatNumber } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import type { Level } from './self-assessment-data.ts';

/** A claim in words: `3 Scalable`, `2.5, between Operational and Scalable`, `don’t know`; undefined: not answered yet. */
export function claimWords(t: AppText, claimed: number | null | undefined, levels: readonly Level[]): string {
  if (claimed === undefined) return t('selfAssessment.claim.none');
  if (claimed === null) return t('selfAssessment.claim.unknown');
  const nameOf = (level: number) => levels.find((one) => one.level === level)?.name ?? String(level);
  if (Number.isInteger(claimed)) return t('selfAssessment.claim.level', { level: claimed, name: nameOf(claimed) });
  return t('selfAssessment.claim.between', {
    claimed: formatNumber(claimed, t.locale),
    low: nameOf(Math.floor(claimed)),
    high: nameOf(Math.ceil(claimed)),
  });
}
