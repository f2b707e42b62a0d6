import { useText } from '../../../../../_messages/use-text.tsx';
import { classNames } from '../../../../../_ui/class-names.ts';
import { claimWords } from '../../claim-words.ts';
import { type Rating, type Round, unitKey, unitName, unitsOf } from '../rounds-data.ts';

type Props = {
  round: Round;
  given: ReadonlyMap<string, Rating>;
  current: number;
  onOpen: (step: number) => void;
};

/** Everything that one rates, with one's own ratings; a press opens one. */
export function UnitList({ round, given, current, onOpen }: Props) {
  const t = useText();
  return (
    <nav aria-label={t('ratingRounds.rate.units')} className="max-h-96 overflow-y-auto lg:max-h-[75dvh]">
      <ul className="flex flex-col">
        {unitsOf(round).map((unit, step) => (
          <li key={unitKey(unit)}>
            <button
              type="button"
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onOpen(step)}
              className={classNames(
                'w-full rounded-md px-2 py-1.5 text-left -outline-offset-2 hover:bg-sunken pointer-coarse:min-h-11',
                step === current && 'bg-sunken font-medium',
              )}
            >
              {unitName(round, unit)}
              <span className="block text-xs font-normal text-muted">
                {claimWords(t, given.get(unitKey(unit))?.rating, round.levels)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
