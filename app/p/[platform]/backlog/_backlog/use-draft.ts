'use client';

import { useState } from 'react';
import type { Item } from './backlog-data.ts';
import { ownerValue } from './owner-select.tsx';

export type Draft = Pick<Item, 'title' | 'notes' | 'owner' | 'dueOn' | 'effortDays' | 'actualDays' | 'campaign'> & {
  criteria: { criterion: string; capability: string | null; title: string | null }[];
};

/** What the fields hold; what was not touched stays as the draft has it. */
export function useDraft(draft: Draft) {
  const [values, setValues] = useState({
    campaign: draft.campaign?.id ?? '',
    actual: draft.actualDays === null ? '' : String(draft.actualDays),
    ...{ title: draft.title, notes: draft.notes, criteria: draft.criteria, dueOn: draft.dueOn ?? '' },
    ...{ owner: ownerValue(draft.owner), effort: draft.effortDays === null ? '' : String(draft.effortDays) },
  });
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }));
  return { values, set };
}
