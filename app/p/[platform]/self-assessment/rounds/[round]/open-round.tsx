import { formatDateTime } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import { Notice } from '../../../../../_ui/notice.tsx';
import type { Round } from '../rounds-data.ts';
import { RatingForm } from './rating-form.tsx';

/** A round until the reveal: what is promised, and one's own ratings. */
export async function OpenRound({ round }: { round: Round }) {
  const t = await getText();
  const { mine, assessors, gone, emptiedAt } = round;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex max-w-2xl flex-col gap-1 text-muted">
        {assessors === null ? null : (
          <p>
            {t('ratingRounds.open.asked', { names: assessors.map(({ name }) => name).join(', ') })}{' '}
            {gone === 0 ? null : t('ratingRounds.open.gone', { n: gone })}
          </p>
        )}
        <p>{t('ratingRounds.open.counted')}</p>
      </div>
      {emptiedAt === null || (mine?.ratings.length ?? 0) > 0 ? null : (
        <div className="max-w-2xl">
          <Notice tone="needs-you" title={t('ratingRounds.open.emptiedTitle')}>
            {t('ratingRounds.open.emptied', { at: formatDateTime(emptiedAt, t.locale, round.platform.timeZone) })}
          </Notice>
        </div>
      )}
      {mine === null ? (
        <p>{t('ratingRounds.open.notAsked')}</p>
      ) : (
        <>
          <div className="max-w-2xl">
            <Notice title={t('ratingRounds.open.promiseTitle')}>{t('ratingRounds.open.promise')}</Notice>
          </div>
          <RatingForm round={round} mine={mine} />
        </>
      )}
    </div>
  );
}
