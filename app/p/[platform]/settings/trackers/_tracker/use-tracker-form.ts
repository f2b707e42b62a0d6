'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { allowedOf, emptyDraft, fieldsOf, initialSettings, settingsOf, type TrackerDraft } from './draft.ts';
import type { Checked, TrackerForm } from './tracker-data.ts';

export type TrackerFormProps = {
  platform: string;
  form: TrackerForm;
  /** null: a new one */
  tracker: { id: string; secrets: string[]; allowed: string[] } | null;
  draft: TrackerDraft | null;
};

/** What the form of a tracker holds, and the two things that it can do: check, and save. */
export function useTrackerForm({ platform, form, tracker, draft }: TrackerFormProps) {
  const router = useRouter();
  const saving = useAction();
  const checking = useAction();
  const [value, setValue] = useState<TrackerDraft>(draft ?? emptyDraft(form));
  const [checked, setChecked] = useState<Checked | null>(null);
  const fields = fieldsOf(form, value.kind);
  const given = () => ({
    platform,
    kind: value.kind,
    settings: settingsOf(value, fields),
    ...(tracker === null ? {} : { tracker: tracker.id }),
    ...(form.mayAllow ? { allowed: allowedOf(value) } : {}),
  });

  async function check() {
    setChecked(null);
    await checking.run(async () => setChecked(await trpc.trackers.check.mutate(given())));
  }

  async function save() {
    const intervalMinutes = form.intervals.find((minutes) => String(minutes) === value.interval);
    await saving.run(async () => {
      const { id } = await trpc.trackers.save.mutate({ ...given(), name: value.name, intervalMinutes });
      router.push(`/p/${platform}/settings/trackers/${id}`);
      router.refresh();
    });
  }

  return {
    ...{ fields, value, checked, check, save },
    change: (part: Partial<TrackerDraft>) => setValue((before) => ({ ...before, ...part })),
    chooseKind: (kind: string) => {
      setChecked(null);
      setValue((before) => ({ ...before, kind, settings: initialSettings(fieldsOf(form, kind)) }));
    },
    doing: saving.busy ? ('saving' as const) : checking.busy ? ('checking' as const) : null,
    error: saving.error ?? checking.error,
  };
}
