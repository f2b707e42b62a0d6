import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table';
import type { MapRow, Overview } from './overview-data.ts';
import type { Grouping } from './use-map-address.ts';

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const helper = createColumnHelper<typeof features, MapRow>();

/** One column for the name, one an aspect, one for the way to target. Unknown values stay at the end either way. */
export function mapColumns(aspects: Overview['aspects']) {
  return helper.columns([
    helper.accessor('name', { id: 'name', sortFn: sortFn_text }),
    ...aspects.map(({ key }) =>
      helper.accessor((row) => row.cells.find(({ aspect }) => aspect === key)?.level ?? undefined, {
        id: key,
        sortFn: sortFn_basic,
        sortUndefined: 'last',
        sortDescFirst: true,
      }),
    ),
    helper.accessor(({ toTarget }) => toTarget ?? undefined, {
      id: 'to-target',
      sortFn: sortFn_basic,
      sortUndefined: 'last',
      sortDescFirst: false,
    }),
  ]);
}

/** Rows under the heading they are grouped by, in the order in which they come. */
export function groupRows<T extends { original: MapRow }>(
  rows: T[],
  group: Grouping,
): { key: string | null; rows: T[] }[] {
  if (group === 'none') return [{ key: null, rows }];
  const keyOf = ({ original }: T) => (group === 'owner' ? (original.ownerName ?? '') : original.consumption);
  return [...Map.groupBy(rows, keyOf)].map(([key, own]) => ({ key, rows: own }));
}
