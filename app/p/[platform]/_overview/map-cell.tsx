'use client';

import { formatNumber } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { classNames } from '../../../_ui/class-names.ts';
import { isUnknown, Meter } from '../../../_ui/meter.tsx';
import { shadeOf } from '../../../_ui/meter-paths.ts';
import { meterWords } from '../../../_ui/meter-words.ts';
import { isDense, type MapCell, type MapNames } from './overview-data.ts';

const TINTS = ['', 'bg-level-1/12', 'bg-level-2/20', 'bg-level-3/28', 'bg-level-4/36'] as const;

/** Where there is no room the meter alone says it: half a word would say something else. */
const WORDS = 'truncate text-xs text-muted md:max-lg:hidden';

function Figure({ cell, t, dense }: { cell: MapCell; t: AppText; dense: boolean }) {
  if (dense && (cell.state !== 'scored' || isUnknown(cell))) return null;
  if (cell.state === 'not_offered') return <span className={WORDS}>{t('overview.map.notOffered')}</span>;
  if (cell.state === 'not_applicable') return <span className={WORDS}>{t('overview.map.notApplicable')}</span>;
  if (isUnknown(cell)) {
    const words =
      cell.claimed === null ? t('overview.map.unknown') : t('overview.map.claimed', { claimed: cell.claimed });
    return <span className={WORDS}>{words}</span>;
  }
  const isOpen = cell.high !== null && cell.level !== null && cell.high > cell.level && !dense;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      <span className={classNames('figures font-medium', dense ? 'text-xs' : 'text-sm')}>
        {formatNumber(cell.level ?? 0, t.locale, dense ? 1 : 2)}
      </span>
      {isOpen ? (
        <span className={WORDS}>{t('overview.map.upTo', { high: formatNumber(cell.high ?? 0, t.locale) })}</span>
      ) : null}
    </span>
  );
}

/** One cell of the map: the meter, its level as a figure, and everything in words for those who cannot see it. */
export function MapCellButton({
  cell,
  capability,
  aspect,
  names,
  open,
  focusable,
  onOpen,
}: {
  cell: MapCell;
  capability: string;
  aspect: string;
  names: MapNames;
  open: boolean;
  focusable: boolean;
  onOpen: () => void;
}) {
  const t = useText();
  const words = meterWords(t, cell, names.levels);
  const steps = names.levels.length;
  const dense = isDense(names);
  const tint = cell.state === 'scored' && !isUnknown(cell) ? TINTS[shadeOf(cell.level ?? 0, steps)] : '';
  return (
    <button
      type="button"
      tabIndex={focusable ? 0 : -1}
      aria-expanded={open}
      onClick={onOpen}
      className={classNames(
        'relative flex h-[34px] w-full items-center rounded-sm -outline-offset-2 hover:ring-1 hover:ring-line hover:ring-inset',
        'max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-0',
        dense ? 'gap-0.5 px-0.5 max-md:h-18' : 'gap-2 px-1.5 max-md:h-14',
        tint,
        open && 'ring-2 ring-accent ring-inset hover:ring-2 hover:ring-accent',
      )}
    >
      <Meter cell={cell} size={dense ? 22 : 28} steps={steps} />
      <span aria-hidden="true" className="flex min-w-0">
        <Figure cell={cell} t={t} dense={dense} />
      </span>
      {dense ? (
        <span aria-hidden="true" className="w-full truncate text-center text-xs text-muted md:hidden">
          {aspect}
        </span>
      ) : null}
      <span className="sr-only">{t('overview.map.cell', { capability, aspect, words })}</span>
    </button>
  );
}
