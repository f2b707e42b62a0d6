'use client';

import { useSearchParams } from 'next/navigation';

export const GROUPS = ['none', 'state', 'owner', 'capability'] as const;
export type Grouping = (typeof GROUPS)[number];
const FILTERS = { q: 'title', state: 'state', capability: 'about' } as const;

/** How the table is sorted, filtered and grouped: kept in the address, so that it can be sent to somebody. */
export function useTableAddress() {
  const query = useSearchParams();
  const sort = query.get('sort');
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
    }
    window.history.replaceState(null, '', next.size === 0 ? window.location.pathname : `?${next}`);
  };
  return {
    sorting: sort === null ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }],
    columnFilters: Object.entries(FILTERS).flatMap(([name, id]) => {
      const value = query.get(name)?.trim();
      return value ? [{ id, value }] : [];
    }),
    group: GROUPS.find((group) => group === query.get('group')) ?? 'none',
    value: (name: keyof typeof FILTERS) => query.get(name) ?? '',
    set,
  };
}
export type TableAddress = ReturnType<typeof useTableAddress>;
