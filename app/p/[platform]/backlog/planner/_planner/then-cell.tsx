'use client';

import { memo } from 'react';
import type { Cell } from '#rubrics/scoring/scorecard.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { classNames } from '../../../../../_ui/class-names.ts';
import { isUnknown, Meter } from '../../../../../_ui/meter.tsx';
import { type LevelName, meterWords } from '../../../../../_ui/meter-words.ts';
import { meterCell } from './meter-cell.ts';

/** Whether a cell shows anything else than before: its level, or the range that unknown criteria leave. */
export const isChanged = (now: Cell, then: Cell) =>
  now !== then &&
  (now.state !== then.state || now.level !== then.level || now.low !== then.low || now.high !== then.high);

function figure(t: AppText, cell: Cell): string {
  const { level, state } = cell;
  if (isUnknown(meterCell(cell))) return t('planner.map.unknown');
  if (state === 'scored') return level === null ? t('planner.map.none') : String(level);
  return t(state === 'not_offered' ? 'overview.map.notOffered' : 'overview.map.notApplicable');
}

/** The meter as it is and, where it would differ, as it would be: side by side, with an arrow and both levels in figures. */
export function NowAndThen({
  now,
  then,
  levels,
  size = 28,
}: {
  now: Cell;
  then: Cell;
  levels: readonly LevelName[];
  size?: number;
}) {
  const t = useText();
  const moved = isChanged(now, then);
  return (
    <>
      <span aria-hidden="true" className="flex shrink-0 items-center gap-0.5">
        <span className={classNames('flex', moved && 'opacity-55 max-md:hidden')}>
          <Meter cell={meterCell(now)} size={size} steps={levels.length} />
        </span>
        {moved ? (
          <>
            <span className="text-xs max-md:hidden">→</span>
            <Meter cell={meterCell(then)} size={size} steps={levels.length} />
          </>
        ) : null}
      </span>
      <span
        aria-hidden="true"
        className={classNames(
          'figures text-xs whitespace-nowrap',
          moved ? 'font-medium' : 'text-muted md:max-lg:hidden',
          then.state !== 'scored' && 'max-md:hidden',
        )}
      >
        {moved && now.level !== then.level ? `${figure(t, now)} → ${figure(t, then)}` : figure(t, then)}
      </span>
      <span className="sr-only">
        {meterWords(t, meterCell(now), levels)}
        {moved ? ` ${t('planner.map.would', { words: meterWords(t, meterCell(then), levels) })}` : null}
      </span>
    </>
  );
}

/** One cell of the planner's map. It is drawn anew only where it would change. */
export const ThenCell = memo(function ThenCell(props: {
  now: Cell;
  then: Cell;
  levels: readonly LevelName[];
  label: string;
  open: boolean;
  focusable: boolean;
  onOpen: (cell: string) => void;
}) {
  const { now, then, levels, label, open, focusable, onOpen } = props;
  return (
    <button
      type="button"
      tabIndex={focusable ? 0 : -1}
      aria-expanded={open}
      data-changed={isChanged(now, then) ? '' : undefined}
      onClick={() => onOpen(`${now.capability}/${now.aspect}`)}
      className={classNames(
        'relative flex h-[34px] w-full items-center gap-2 rounded-sm px-1.5 -outline-offset-2 hover:bg-sunken',
        'max-md:h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-0',
        isChanged(now, then) && 'bg-accent-soft outline-1 outline-accent outline-dashed',
        open && 'ring-2 ring-accent ring-inset',
      )}
    >
      <span className="sr-only">{label}: </span>
      <NowAndThen now={now} then={then} levels={levels} />
    </button>
  );
});
