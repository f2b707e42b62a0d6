import { useText } from '../../../_messages/use-text.tsx';
import { classNames } from '../../../_ui/class-names.ts';
import { Meter } from '../../../_ui/meter.tsx';
import { claimWords } from './claim-words.ts';
import type { SelfAssessment } from './self-assessment-data.ts';

/** A cell of which nothing but a claim is known, as the heat map draws it. */
const claimedOnly = (claimed: number | null) => ({
  state: 'scored' as const,
  ...{ level: 1, high: null, target: null, coverage: null, confidence: null, marks: [] },
  claimed,
});

/** The five aspects with what is claimed of each; a press opens one. */
export function AspectList({
  assessment: { aspects, levels },
  claimOf,
  current,
  onOpen,
}: {
  assessment: Pick<SelfAssessment, 'aspects' | 'levels'>;
  claimOf: (aspect: string) => number | null | undefined;
  current: string;
  onOpen: (aspect: string) => void;
}) {
  const t = useText();
  return (
    <nav aria-label={t('selfAssessment.aspects')} className="max-lg:border-b max-lg:border-hairline max-lg:pb-2">
      <ul className="grid grid-cols-[repeat(5,auto)] max-lg:-mx-2 lg:grid-cols-1 lg:gap-1">
        {aspects.map(({ key, name }) => (
          <li key={key} className="min-w-0">
            <button
              type="button"
              aria-current={key === current ? 'step' : undefined}
              onClick={() => onOpen(key)}
              className={classNames(
                'flex w-full items-center gap-3 rounded-md p-2 text-left hover:bg-sunken max-lg:flex-col max-lg:gap-1 max-lg:px-0 max-lg:text-center',
                key === current && 'bg-sunken font-medium',
              )}
            >
              <Meter cell={claimedOnly(claimOf(key) ?? null)} size={32} steps={levels.length} />
              <span className="w-full min-w-0">
                <span className="block truncate max-lg:text-xs max-lg:tracking-tighter">{name}</span>
                <span className="block text-xs font-normal text-muted max-lg:sr-only">
                  {claimWords(t, claimOf(key), levels)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
