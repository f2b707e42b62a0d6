'use client';

import Link from 'next/link';
import { formatPercent } from '../../../_messages/format.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { MapCellButton } from './map-cell.tsx';
import { type MapNames, type MapRow, narrowColumns } from './overview-data.ts';

type NameProps = { row: MapRow; href: string; focusable: boolean; onFocus: () => void };

function Name({ row, href, focusable, onFocus }: NameProps) {
  return (
    <th
      scope="row"
      data-stop=""
      className="h-9 truncate pr-2 text-left font-medium max-md:order-first max-md:col-span-4 max-md:h-10 max-md:content-center"
    >
      <Link
        href={href}
        prefetch={false}
        title={row.name}
        tabIndex={focusable ? 0 : -1}
        onFocus={onFocus}
        className="-outline-offset-2 hover:underline hover:underline-offset-3"
      >
        {row.name}
      </Link>
    </th>
  );
}

/** How many cells rose and fell since the newest published quarter. */
function MovedMark({ moved, since }: { moved: NonNullable<MapRow['moved']>; since: string }) {
  const t = useText();
  const words = [
    moved.rose > 0 ? t('overview.map.risen', { n: moved.rose, period: since }) : null,
    moved.fell > 0 ? t('overview.map.fallen', { n: moved.fell, period: since }) : null,
  ].filter((part) => part !== null);
  return (
    <span className="mr-2 text-xs text-muted" title={words.join(', ')}>
      <span aria-hidden="true">
        {moved.rose > 0 ? `↗${moved.rose}` : null}
        {moved.fell > 0 ? `↘${moved.fell}` : null}
      </span>
      <span className="sr-only">{words.join(', ')}. </span>
    </span>
  );
}

function ToTarget({ row, since }: { row: MapRow; since: string }) {
  const t = useText();
  const { toTarget, moved } = row;
  return (
    <td className="figures text-right whitespace-nowrap max-md:order-first max-md:content-center">
      {moved === null ? null : <MovedMark moved={moved} since={since} />}
      {toTarget === null ? (
        <span className="font-sans text-xs text-muted">{t('overview.map.unknown')}</span>
      ) : (
        formatPercent(toTarget, t.locale)
      )}
    </td>
  );
}

/** A capability: its name, its cells, its way to target. At narrow widths the cells stand under the name. */
export function MapRowView({
  row,
  names,
  openCell,
  focusColumn,
  onFocusColumn,
  onOpen,
}: {
  row: MapRow;
  names: MapNames;
  openCell: string | null;
  /** the column that Tab leads to, if it is in this row */
  focusColumn: number | null;
  onFocusColumn: (column: number) => void;
  onOpen: (cell: string) => void;
}) {
  return (
    <tr
      data-row={row.key}
      className="max-md:grid max-md:gap-x-0.5 max-md:border-t max-md:border-hairline max-md:pb-2"
      style={{ gridTemplateColumns: `repeat(${narrowColumns(names)}, minmax(0, 1fr))` }}
    >
      <Name
        row={row}
        href={`/p/${names.platform}/capabilities/${row.key}`}
        focusable={focusColumn === 0}
        onFocus={() => onFocusColumn(0)}
      />
      {names.aspects.map((aspect, index) => {
        const cell = row.cells.find((one) => one.aspect === aspect.key);
        const address = `${row.key}/${aspect.key}`;
        return (
          <td key={aspect.key} data-stop="" onFocus={() => onFocusColumn(index + 1)} className="h-9 p-0 max-md:h-auto">
            {cell === undefined ? null : (
              <MapCellButton
                cell={cell}
                capability={row.name}
                aspect={aspect.name}
                names={names}
                open={openCell === address}
                focusable={focusColumn === index + 1}
                onOpen={() => onOpen(address)}
              />
            )}
          </td>
        );
      })}
      <ToTarget row={row} since={names.since} />
    </tr>
  );
}
