import { formatDate } from '../../../_messages/format.ts';
import { useText } from '../../../_messages/use-text.tsx';
import type { SelfAssessment } from './self-assessment-data.ts';

/** Who said what holds for the platform, when, and whether it was imported. */
export function ClaimOrigin({ assessment, aspect }: { assessment: SelfAssessment; aspect: string }) {
  const t = useText();
  const claim = assessment.claims.find((one) => one.aspect === aspect && one.capability === null);
  if (claim === undefined) return null;
  const day = formatDate(claim.answeredAt, t.locale, assessment.platform.timeZone);
  return (
    <p className="text-xs text-muted">
      {t(claim.source === null ? 'selfAssessment.answered' : 'selfAssessment.imported', {
        name: claim.answeredBy,
        day,
      })}
    </p>
  );
}
