'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { allowedOf, emptyDraft, type SourceDraft, settingsOf } from './draft.ts';
import type { Checked, SourceForm } from './sources-data.ts';

export type KeptSource = { id: string; kind: string; secrets: string[]; allowed: string[] };
export type SourceFormProps = {
  platform: string;
  form: SourceForm;
  /** null: a new one */
  source: KeptSource | null;
  draft: SourceDraft | null;
};

/** What the form of a source holds, and the two things that it can do: check, and save. */
export function useSourceForm({ platform, form, source, draft }: SourceFormProps) {
  const router = useRouter();
  const saving = useAction();
  const checking = useAction();
  const kind = form.kinds.find((one) => source === null || one.kind === source.kind);
  const fields = kind?.fields ?? [];
  const [value, setValue] = useState<SourceDraft>(draft ?? emptyDraft(fields));
  const [checked, setChecked] = useState<Checked | null>(null);
  const given = () => ({
    platform,
    kind: kind?.kind ?? '',
    settings: settingsOf(value, fields),
    ...(source === null ? {} : { source: source.id }),
    ...(form.mayAllow ? { allowed: allowedOf(value) } : {}),
  });

  async function check() {
    setChecked(null);
    await checking.run(async () => setChecked(await trpc.sources.check.mutate(given())));
  }

  async function save() {
    const intervalMinutes = form.intervals.find((minutes) => String(minutes) === value.interval);
    await saving.run(async () => {
      const { id } = await trpc.sources.save.mutate({ ...given(), name: value.name, intervalMinutes });
      router.push(`/p/${platform}/evidence/sources/${id}`);
      router.refresh();
    });
  }

  return {
    ...{ fields, value, checked, check, save },
    change: (part: Partial<SourceDraft>) => setValue((before) => ({ ...before, ...part })),
    doing: saving.busy ? ('saving' as const) : checking.busy ? ('checking' as const) : null,
    error: saving.error ?? checking.error,
  };
}
