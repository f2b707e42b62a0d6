'use client';

import { useTable } from '@tanstack/react-table';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { CellPanel } from './cell-panel.tsx';
import { MapHead } from './map-head.tsx';
import { MapRowView } from './map-row.tsx';
import { features, groupRows, mapColumns } from './map-table.ts';
import { MapToolbar } from './map-toolbar.tsx';
import { moveInGrid } from './move-in-grid.ts';
import type { MapNames, MapRow } from './overview-data.ts';
import { type Grouping, useMapAddress } from './use-map-address.ts';

function GroupHead({ group, value, columns }: { group: Grouping; value: string; columns: number }) {
  const t = useText();
  const consumption = (['requested', 'implicit', 'interactive'] as const).find((one) => one === value);
  const name = group === 'consumption' && consumption ? t(`overview.map.consumption.${consumption}`) : value;
  return (
    <tr className="max-md:block">
      <th colSpan={columns} scope="rowgroup" className="h-8 pt-2 text-left text-xs font-medium text-muted max-md:block">
        {name === '' ? t('overview.map.noOwner') : name}
      </th>
    </tr>
  );
}

/** The focus inside the grid moves by arrow keys; one Tab leads in and one leads out. */
function useGridFocus(columns: number) {
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState({ row: 0, column: 1 });
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const rows = grid.current?.querySelectorAll<HTMLTableRowElement>('tr[data-row]') ?? [];
    const next = moveInGrid(event.key, active, { rows: rows.length, columns }, event.ctrlKey);
    if (next === null || !(event.target instanceof HTMLElement) || event.target.closest('tr[data-row]') === null)
      return;
    event.preventDefault();
    setActive(next);
    rows[next.row]
      ?.querySelectorAll<HTMLElement>('[data-stop]')
      [next.column]?.querySelector<HTMLElement>('a, button')
      ?.focus();
  };
  return { grid, active, setActive, onKeyDown };
}

/** The map of capabilities by aspects. A cell opens a panel at the right; the map stays. */
export function HeatMap({ rows, names }: { rows: MapRow[]; names: MapNames }) {
  const t = useText();
  const address = useMapAddress();
  const columns = useMemo(() => mapColumns(names.aspects), [names.aspects]);
  const table = useTable({ features, columns, data: rows, state: { sorting: address.sorting } });
  const focus = useGridFocus(names.aspects.length + 1);
  const groups = groupRows(table.getRowModel().rows, address.group);
  const open = rows.flatMap(({ cells }) => cells).find((cell) => `${cell.capability}/${cell.aspect}` === address.cell);
  const close = () => {
    address.set({ cell: null });
    focus.grid.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  };
  let row = -1;

  return (
    <section>
      <MapToolbar names={names} address={address} />
      <table
        ref={focus.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is what a table with cells to open is called
        role="grid"
        aria-label={t('overview.map.label')}
        onKeyDown={focus.onKeyDown}
        className="w-full table-fixed border-separate border-spacing-0.5 text-sm max-md:block"
      >
        <MapHead names={names} address={address} />
        {groups.map((group) => (
          <tbody key={group.key ?? ''} className="max-md:block">
            {group.key === null ? null : (
              <GroupHead group={address.group} value={group.key} columns={names.aspects.length + 2} />
            )}
            {group.rows.map(({ original }) => {
              row += 1;
              const at = row;
              return (
                <MapRowView
                  key={original.key}
                  row={original}
                  names={names}
                  openCell={address.cell}
                  focusColumn={focus.active.row === at ? focus.active.column : null}
                  onFocusColumn={(column) => focus.setActive({ row: at, column })}
                  onOpen={(cell) => address.set({ cell })}
                />
              );
            })}
          </tbody>
        ))}
      </table>
      <CellPanel cell={open ?? null} rows={rows} names={names} onClose={close} />
    </section>
  );
}
