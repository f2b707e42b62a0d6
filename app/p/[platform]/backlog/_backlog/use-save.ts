'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useAction } from '../../../../_trpc/use-action.ts';
import type { Item } from './backlog-data.ts';
import { ownerOf } from './owner-select.tsx';
import { sendBacklog } from './send-backlog.ts';
import type { useDraft } from './use-draft.ts';

type Values = ReturnType<typeof useDraft>['values'];

/** Sends what a form holds: as a new improvement, or as a change of the version that was opened. Then it opens the improvement. */
export function useSave(platform: string, item: Item | null, values: Values) {
  const router = useRouter();
  const { run, busy, error } = useAction();

  const save = async (): Promise<string> => {
    const { title, notes } = values;
    const criteria = values.criteria.map(({ criterion, capability }) => ({ criterion, capability }));
    const effort = values.effort === '' ? null : Number(values.effort);
    const fields = { platform, title, notes, criteria, owner: ownerOf(values.owner), dueOn: values.dueOn || null };
    const campaign = values.campaign || null;
    if (item === null) return (await sendBacklog.create({ ...fields, campaign, effortDays: effort ?? undefined })).id;
    const { id, version } = item;
    const actualDays = values.actual === '' ? null : Number(values.actual);
    return (await sendBacklog.change({ ...fields, campaign, id, version, effortDays: effort, actualDays })).id;
  };

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => router.push(`/p/${platform}/backlog/${await save()}`));
    if (done) router.refresh();
  };
  return { send, busy, error };
}
