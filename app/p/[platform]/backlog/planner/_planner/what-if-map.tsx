'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { classNames } from '../../../../../_ui/class-names.ts';
import { moveInGrid } from '../../../_overview/move-in-grid.ts';
import { isDense, narrowColumns } from '../../../_overview/overview-data.ts';
import type { ReadyPlanner } from './planner-data.ts';
import { ThenCell } from './then-cell.tsx';
import type { WhatIfState } from './use-what-if.ts';

/** The focus moves by arrow keys; one Tab leads into the map and one leads out. */
function useGrid(size: { rows: number; columns: number }) {
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const next = moveInGrid(event.key, active, size, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    const row = grid.current?.querySelectorAll('tr[data-row]')[next.row];
    row?.querySelectorAll<HTMLElement>('button')[next.column]?.focus();
  };
  return { grid, active, setActive, onKeyDown };
}

type Grid = ReturnType<typeof useGrid>;
type Props = {
  planner: ReadyPlanner;
  state: WhatIfState;
  open: string | null;
  onOpen: (cell: string) => void;
};

function MapHead({ aspects }: Pick<ReadyPlanner, 'aspects'>) {
  const t = useText();
  const dense = isDense({ aspects });
  return (
    <thead className="text-left text-xs text-muted max-md:block">
      <tr className="max-md:grid" style={{ gridTemplateColumns: columnsOf(aspects) }}>
        <th
          scope="col"
          className={classNames('w-48 align-bottom font-medium max-md:sr-only', dense ? 'xl:w-56' : 'xl:w-64')}
        >
          {t('planner.map.capability')}
        </th>
        {aspects.map(({ key, name }) => (
          <th
            key={key}
            scope="col"
            className={classNames('px-1.5 align-bottom font-medium max-md:px-0', dense && 'max-md:hidden')}
          >
            <span
              className={classNames(
                'block truncate',
                dense && 'md:h-44 md:rotate-180 md:py-1 md:text-left md:[writing-mode:vertical-rl]',
              )}
            >
              {name}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** At narrow widths the cells of a capability stand in one line under its name. */
const columnsOf = (aspects: ReadyPlanner['aspects']) => `repeat(${narrowColumns({ aspects })}, minmax(0, 1fr))`;

function MapRow({ planner, state, open, onOpen, focus, row }: Props & { focus: Grid; row: number }) {
  const t = useText();
  const { aspects, levels } = planner;
  const capability = planner.capabilities[row];
  if (capability === undefined) return null;
  return (
    <tr
      data-row=""
      className="max-md:grid max-md:border-t max-md:border-hairline max-md:pb-2"
      style={{ gridTemplateColumns: columnsOf(aspects) }}
    >
      <th
        scope="row"
        className="h-9 truncate pr-2 text-left font-medium max-md:col-span-full max-md:h-8 max-md:content-center"
      >
        {capability.name}
      </th>
      {aspects.map((aspect, column) => {
        const address = `${capability.key}/${aspect.key}`;
        const at = state.now.cells.findIndex((one) => `${one.capability}/${one.aspect}` === address);
        const [now, then] = [state.now.cells[at], state.next.cells[at]];
        return (
          <td key={aspect.key} className="p-0" onFocus={() => focus.setActive({ row, column })}>
            {now === undefined || then === undefined ? null : (
              <ThenCell
                now={now}
                then={then}
                levels={levels}
                label={t('planner.map.cell', { capability: capability.name, aspect: aspect.name })}
                open={open === address}
                focusable={focus.active.row === row && focus.active.column === column}
                onOpen={onOpen}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Every cell as it is and as it would be. A cell opens its criteria. */
export function WhatIfMap(props: Props) {
  const t = useText();
  const { aspects, capabilities } = props.planner;
  const focus = useGrid({ rows: capabilities.length, columns: aspects.length });
  return (
    <table
      ref={focus.grid}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is what a table with cells to open is called
      role="grid"
      aria-label={t('planner.map.label')}
      onKeyDown={focus.onKeyDown}
      className="w-full table-fixed border-separate border-spacing-0.5 text-sm max-md:block"
    >
      <MapHead aspects={aspects} />
      <tbody className="max-md:block">
        {capabilities.map(({ key }, row) => (
          <MapRow key={key} {...props} focus={focus} row={row} />
        ))}
      </tbody>
    </table>
  );
}
