import { classNames } from '../../../../_ui/class-names.ts';
import type { CriterionRow } from './capability-data.ts';

const PATHS = {
  met: 'm5 8.2 2.2 2.2L11.2 6',
  not_met: 'M5.5 8h5',
  unknown: 'M6.3 6.6a1.8 1.8 0 1 1 2.4 1.7c-.5.2-.7.5-.7 1M8 11.3v.1',
  exempt: 'M10 5.5H6.5v5H10M6.5 8h3',
  announced: 'M8 5v3l2 1.5',
  not_applicable: 'm5.8 10.2 4.4-4.4',
  symptom: 'M8 4.8v3.8M8 11v.2',
} as const;

/** A sign for a criterion's state, told by its shape; the words stand beside it. */
export function StateIcon({ row }: { row: Pick<CriterionRow, 'state' | 'role'> }) {
  const isActiveSymptom = row.role === 'limiter' && row.state === 'met';
  const isGood = row.role === 'limiter' ? row.state === 'not_met' : row.state === 'met';
  const sign = isActiveSymptom ? 'symptom' : isGood ? 'met' : row.state;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className="size-4 shrink-0 fill-none [stroke-linecap:round] [stroke-linejoin:round]"
    >
      <circle
        cx="8"
        cy="8"
        r="6.5"
        className={classNames(
          sign === 'met' ? 'fill-ink stroke-ink' : 'stroke-line',
          sign === 'symptom' && 'stroke-ink stroke-2',
          (sign === 'unknown' || sign === 'announced') && '[stroke-dasharray:2_2.1]',
        )}
      />
      <path d={PATHS[sign]} className={classNames('stroke-[1.5]', sign === 'met' ? 'stroke-paper' : 'stroke-ink')} />
    </svg>
  );
}
