import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from '@tanstack/react-table';
import { type Item, isOpen } from './backlog-data.ts';
import type { Grouping } from './use-table-address.ts';

export const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
});

const STATES = ['proposed', 'planned', 'doing', 'done', 'not_confirmed', 'verified', 'dropped'];
const helper = createColumnHelper<typeof features, Item>();
const ofEffect = (effect: { value: number | null } | null) => effect?.value ?? undefined;

/** Whether every word stands in the title, a criterion's id or the owner's name. */
export function hasWords({ title, criteria, owner }: Item, words: string): boolean {
  const text = [title, owner?.name ?? '', ...criteria.map(({ criterion }) => criterion)].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export const isAbout = ({ criteria }: Item, capability: string) =>
  criteria.some((one) => (one.capability ?? '') === (capability === 'platform' ? '' : capability));

/** Columns by name; what is unknown stays at the end either way. */
export const tableColumns = helper.columns([
  helper.accessor('title', {
    id: 'title',
    sortFn: sortFn_text,
    filterFn: ({ original }, _id, words: string) => hasWords(original, words),
  }),
  helper.accessor(({ criteria }) => criteria[0]?.capabilityName ?? '', {
    id: 'about',
    sortFn: sortFn_text,
    filterFn: ({ original }, _id, capability: string) => isAbout(original, capability),
  }),
  helper.accessor(({ state }) => STATES.indexOf(state), {
    id: 'state',
    sortFn: sortFn_basic,
    filterFn: ({ original: { state } }, _id, wanted: string) => (wanted === 'open' ? isOpen(state) : state === wanted),
  }),
  helper.accessor(({ owner }) => owner?.name ?? undefined, { id: 'owner', sortFn: sortFn_text, sortUndefined: 'last' }),
  helper.accessor(({ dueOn }) => dueOn ?? undefined, { id: 'due', sortFn: sortFn_text, sortUndefined: 'last' }),
  helper.accessor(({ effortDays }) => effortDays ?? undefined, {
    ...{ id: 'effort', sortFn: sortFn_basic, sortUndefined: 'last' },
  }),
  helper.accessor(({ predicted }) => ofEffect(predicted), {
    ...{ id: 'predicted', sortFn: sortFn_basic, sortUndefined: 'last', sortDescFirst: true },
  }),
  helper.accessor(({ measured }) => ofEffect(measured), {
    ...{ id: 'measured', sortFn: sortFn_basic, sortUndefined: 'last', sortDescFirst: true },
  }),
]);

export const COLUMNS = ['title', 'about', 'state', 'owner', 'due', 'effort', 'predicted', 'measured'] as const;
export type Column = (typeof COLUMNS)[number];
export const NUMERIC: ReadonlySet<Column> = new Set(['effort', 'predicted', 'measured']);

/** Rows under what they are grouped by: states in their order, names by the alphabet, what has none at the end. */
export function groupRows(rows: readonly Item[], group: Grouping): [key: string, rows: readonly Item[]][] {
  if (group === 'none') return [['', rows]];
  const order = ([a]: [string, unknown], [b]: [string, unknown]) => {
    if (group === 'state') return STATES.indexOf(a) - STATES.indexOf(b);
    return Number(a === '') - Number(b === '') || a.localeCompare(b);
  };
  return [...Map.groupBy(rows, (row) => groupOf(row, group))].toSorted(order);
}

/** What a row is grouped under; `several` where it is about more than one capability. */
function groupOf({ state, owner, criteria }: Item, group: Grouping): string {
  if (group === 'state') return state;
  if (group === 'owner') return owner?.name ?? '';
  const capabilities = new Set(criteria.map(({ capabilityName }) => capabilityName ?? ''));
  return capabilities.size > 1 ? 'several' : ([...capabilities][0] ?? '');
}
