import { formatNumber } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { claimWords } from '../../claim-words.ts';
import { type RatedUnit, type Round, unitName } from '../rounds-data.ts';
import { Agreed } from './agreed.tsx';
import { RatingLine } from './rating-line.tsx';
import { RecordConsensus } from './record-consensus.tsx';

/** One place: how the ratings lie, who gave them, and what was agreed. */
export async function UnitResult({ round, unit }: { round: Round; unit: RatedUnit }) {
  const t = await getText();
  return (
    <li className="grid gap-x-8 gap-y-2 py-3 md:grid-cols-[minmax(0,14rem)_12rem_minmax(0,1fr)_auto]">
      <h3 className="font-medium">{unitName(round, unit)}</h3>
      <RatingLine levels={round.levels} unit={unit} />
      <div className="flex min-w-0 flex-col gap-1">
        <p>
          {spreadWords(t, unit)}
          {unit.dontKnow === 0 ? null : `, ${t('ratingRounds.result.dontKnow', { n: unit.dontKnow })}`}
          {unit.sides === null ? null : (
            <span className="block text-muted">
              {t('ratingRounds.result.sides', {
                team: formatNumber(unit.sides.platformTeam, t.locale),
                consumers: formatNumber(unit.sides.consumers, t.locale),
              })}
            </span>
          )}
        </p>
        <Agreed round={round} unit={unit} />
        <WhoRated round={round} unit={unit} />
      </div>
      {unit.mayAgree ? <RecordConsensus round={round} unit={unit} /> : null}
    </li>
  );
}

function spreadWords(t: AppText, { low, high, median, given }: RatedUnit): string {
  if (low === null || high === null || median === null) return t('ratingRounds.result.nobody');
  const words = { low: formatNumber(low, t.locale), high: formatNumber(high, t.locale) };
  if (given === 1) return t('ratingRounds.result.single', words);
  if (low === high) return t('ratingRounds.result.same', words);
  return t('ratingRounds.result.from', { ...words, median: formatNumber(median, t.locale) });
}

async function WhoRated({ round, unit: { ratings } }: { round: Round; unit: RatedUnit }) {
  const t = await getText();
  if (ratings === null) return null;
  return (
    <details>
      <summary className="py-1 text-muted pointer-coarse:min-h-11">{t('ratingRounds.result.who')}</summary>
      <ul className="flex flex-col gap-1 pt-1">
        {ratings.map(({ person, name, side, rating, evidence }) => (
          <li key={person}>
            <span className="font-medium">{name}</span>
            {side === null ? null : <span className="text-muted"> ({t(`ratingRounds.side.${side}`)})</span>}:{' '}
            {rating === null ? t('ratingRounds.result.unknown') : claimWords(t, rating, round.levels)}
            {evidence === null ? null : <q className="block text-muted">{evidence}</q>}
          </li>
        ))}
      </ul>
    </details>
  );
}
