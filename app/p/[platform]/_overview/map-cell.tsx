'use client';

import type { AppText } from '../../../_messages/registry.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { classNames } from '../../../_ui/class-names.ts';
import { isUnknown, Meter } from '../../../_ui/meter.tsx';
import { meterWords } from '../../../_ui/meter-words.ts';
import type { MapCell, MapNames } from './overview-data.ts';

const TINTS = ['', 'bg-level-1/12', 'bg-level-2/20', 'bg-level-3/28', 'bg-level-4/36'] as const;

/** Where there is no room the meter alone says it: half a word would say something else. */
const WORDS = 'truncate text-xs text-muted md:max-lg:hidden';

function Figure({ cell, t }: { cell: MapCell; t: AppText }) {
  if (cell.state === 'not_offered') return <span className={WORDS}>{t('overview.map.notOffered')}</span>;
  if (cell.state === 'not_applicable') return <span className={WORDS}>{t('overview.map.notApplicable')}</span>;
  if (isUnknown(cell)) {
    const words =
      cell.claimed === null ? t('overview.map.unknown') : t('overview.map.claimed', { claimed: cell.claimed });
    return <span className={WORDS}>{words}</span>;
  }
  const isOpen = cell.high !== null && cell.level !== null && cell.high > cell.level;
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      <span className="figures text-sm font-medium">{cell.level}</span>
      {isOpen ? <span className={WORDS}>{t('overview.map.upTo', { high: cell.high ?? 0 })}</span> : null}
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
  const tint = cell.state === 'scored' && !isUnknown(cell) ? TINTS[Math.min(cell.level ?? 0, 4)] : '';
  return (
    <button
      type="button"
      tabIndex={focusable ? 0 : -1}
      aria-expanded={open}
      onClick={onOpen}
      className={classNames(
        'relative flex h-[34px] w-full items-center gap-2 rounded-sm px-1.5 -outline-offset-2 hover:ring-1 hover:ring-line hover:ring-inset',
        'max-md:h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-0',
        tint,
        open && 'ring-2 ring-accent ring-inset hover:ring-2 hover:ring-accent',
      )}
    >
      <Meter cell={cell} size={28} steps={names.levels.length} />
      <span aria-hidden="true" className="flex min-w-0">
        <Figure cell={cell} t={t} />
      </span>
      <span className="sr-only">{t('overview.map.cell', { capability, aspect, words })}</span>
    </button>
  );
}
