'use client';

import { useSearchParams } from 'next/navigation';

export const GROUPS = ['none', 'owner', 'consumption'] as const;
export type Grouping = (typeof GROUPS)[number];

/** How the map is sorted and grouped and which cell is open: kept in the address, so that it can be sent to somebody. */
export function useMapAddress() {
  const query = useSearchParams();
  const sort = query.get('sort');
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    const text = next.toString();
    window.history.replaceState(null, '', text === '' ? window.location.pathname : `?${text}`);
  };
  return {
    sorting: sort === null ? [] : [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }],
    group: GROUPS.find((group) => group === query.get('group')) ?? 'none',
    cell: query.get('cell'),
    set,
  };
}
