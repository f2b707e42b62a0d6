import { formatDate } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { claimWords } from '../../claim-words.ts';
import type { RatedUnit, Round } from '../rounds-data.ts';

/** What was agreed, who wrote it down and when; what was agreed before stays readable. */
export async function Agreed({ round, unit: { consensus } }: { round: Round; unit: RatedUnit }) {
  const t = await getText();
  return consensus.map(({ rating, why, recordedAt, recordedBy }, index) => (
    <p key={recordedAt} className={index === 0 ? 'border-l-2 border-accent pl-3' : 'pl-3.5 text-xs text-muted'}>
      {t(index === 0 ? 'ratingRounds.result.agreed' : 'ratingRounds.result.before', {
        rating: rating === null ? t('ratingRounds.result.notKnown') : claimWords(t, rating, round.levels),
        why,
      })}{' '}
      <span className="text-xs text-muted">
        {t('ratingRounds.result.agreedBy', {
          name: recordedBy,
          day: formatDate(recordedAt, t.locale, round.platform.timeZone),
        })}
      </span>
    </p>
  ));
}
