'use client';

import { useTable } from '@tanstack/react-table';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { Body, Head, HeadCell, Table } from '../../../../_ui/table.tsx';
import type { Backlog } from './backlog-data.ts';
import { COLUMNS, type Column, features, groupRows, NUMERIC, tableColumns } from './table-columns.ts';
import { TableFilter } from './table-filter.tsx';
import { TableRow } from './table-row.tsx';
import { type TableAddress, useTableAddress } from './use-table-address.ts';

function ColumnHead({ column, address }: { column: Column; address: TableAddress }) {
  const t = useText();
  const [sorted] = address.sorting;
  const isHere = sorted?.id === column;
  const name = t(`backlog.columns.${column}`);
  // ascending, descending, as ranked; numbers begin with the greatest
  const isNumeric = NUMERIC.has(column);
  const [first, second] = isNumeric ? [`-${column}`, column] : [column, `-${column}`];
  const next = !isHere ? first : (sorted?.desc ? `-${column}` : column) === first ? second : null;
  const arrow = (
    <span aria-hidden="true" className="figures w-2">
      {isHere ? (sorted?.desc ? '↓' : '↑') : ''}
    </span>
  );
  return (
    <HeadCell numeric={isNumeric} aria-sort={isHere ? (sorted?.desc ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        aria-label={t('backlog.columns.sortBy', { column: name })}
        onClick={() => address.set({ sort: next })}
        className="inline-flex h-8 items-center gap-1 font-medium hover:text-ink"
      >
        {isNumeric ? arrow : null}
        {name}
        {isNumeric ? null : arrow}
      </button>
    </HeadCell>
  );
}

type GroupProps = { group: TableAddress['group']; value: string; states: Backlog['states'] };

function GroupHead({ group, value, states }: GroupProps) {
  const t = useText();
  const names = {
    '': t(group === 'owner' ? 'backlog.card.nobody' : 'backlog.card.platform'),
    several: t('backlog.filter.several'),
  };
  const state = states.find((one) => group === 'state' && one === value);
  const known = value === '' || (value === 'several' && group === 'capability') ? names[value] : value;
  return (
    <tr>
      <th colSpan={COLUMNS.length} scope="rowgroup" className="h-9 pt-3 text-left text-xs font-medium text-muted">
        {state === undefined ? known : t(`backlog.states.${state}`)}
      </th>
    </tr>
  );
}

/** The backlog as a table: sorted, filtered and grouped by its address. */
export function BacklogTable({ backlog }: { backlog: Backlog }) {
  const t = useText();
  const address = useTableAddress();
  const { sorting, columnFilters, group } = address;
  const table = useTable({ features, columns: tableColumns, data: backlog.items, state: { sorting, columnFilters } });
  const rows = table.getRowModel().rows.map(({ original }) => original);
  return (
    <section>
      <TableFilter backlog={backlog} address={address} shown={rows.length} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('backlog.filter.nothing')}
          action={
            <Button onClick={() => address.set({ q: null, state: null, capability: null })}>
              {t('backlog.filter.clear')}
            </Button>
          }
        >
          {t('backlog.filter.nothingText')}
        </EmptyState>
      ) : (
        <Table label={t('backlog.title')} className="min-w-240">
          <Head>
            <tr>
              {COLUMNS.map((column) => (
                <ColumnHead key={column} column={column} address={address} />
              ))}
            </tr>
          </Head>
          {groupRows(rows, group).map(([key, own]) => (
            <Body key={key}>
              {group === 'none' ? null : <GroupHead group={group} value={key} states={backlog.states} />}
              {own.map((item) => (
                <TableRow key={item.id} item={item} platform={backlog.platform.key} now={backlog.now} />
              ))}
            </Body>
          ))}
        </Table>
      )}
    </section>
  );
}
