import { getText } from '../../../../../_messages/get-text.ts';
import { type Result, type Round, unitKey, unitName } from '../rounds-data.ts';
import { AgreementFacts } from './agreement-facts.tsx';
import { KeepAlike } from './keep-alike.tsx';
import { UnitResult } from './unit-result.tsx';

/** A round after the reveal: how far it agrees, what to talk about, and what was agreed. */
export async function Revealed({ round, result }: { round: Round; result: Result }) {
  const t = await getText();
  const discuss = result.units.filter((unit) => unit.discuss);
  const others = result.units.filter((unit) => !unit.discuss);
  return (
    <div className="flex flex-col gap-10">
      <div>
        <AgreementFacts round={round} agreement={result.agreement} />
        {result.units.every(({ ratings }) => ratings === null) ? (
          <p className="pt-2 text-xs text-muted">{t('ratingRounds.result.namesHidden')}</p>
        ) : null}
      </div>
      <section aria-labelledby="discuss">
        <h2 id="discuss" className="text-base font-semibold">
          {t('ratingRounds.result.discuss')}
        </h2>
        <p className="max-w-2xl text-muted">
          {t(discuss.length > 0 ? 'ratingRounds.result.discussAbout' : 'ratingRounds.result.discussNone')}
        </p>
        <Units round={round} units={discuss} />
      </section>
      <Findings round={round} units={result.units} />
      {others.length === 0 ? null : (
        <section aria-labelledby="others">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="others" className="text-base font-semibold">
              {t('ratingRounds.result.others')}
            </h2>
            <KeepAlike round={round} units={others} />
          </div>
          <Units round={round} units={others} />
        </section>
      )}
    </div>
  );
}

type Props = { round: Round; units: Result['units'] };

function Units({ round, units }: Props) {
  return (
    <ul className="mt-3 divide-y divide-hairline border-y border-hairline empty:hidden">
      {units.map((unit) => (
        <UnitResult key={unitKey(unit)} round={round} unit={unit} />
      ))}
    </ul>
  );
}

/** Where the platform team and its consumers see different levels. */
async function Findings({ round, units }: Props) {
  const t = await getText();
  const findings = units.flatMap((unit) => (unit.sides?.finding ? [{ unit, gap: unit.sides.gap }] : []));
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="sides">
      <h2 id="sides" className="text-base font-semibold">
        {t('ratingRounds.result.findings')}
      </h2>
      <ul className="mt-1 flex flex-col gap-1">
        {findings.map(({ unit, gap }) => (
          <li key={unitKey(unit)}>
            {t(gap > 0 ? 'ratingRounds.result.above' : 'ratingRounds.result.below', {
              place: unitName(round, unit),
              n: Math.abs(gap),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
