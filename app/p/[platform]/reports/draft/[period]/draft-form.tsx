'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { formatDateTime } from '../../../../../_messages/format.ts';
import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Textarea } from '../../../../../_ui/input.tsx';
import { Refused } from '../../../../../_ui/refused.tsx';
import type { DraftWords } from '../../reports-data.ts';

/** One ask a line. */
const asksOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What the report says beside its figures: a note, and what is asked of the reader. */
export function DraftForm({ platform, period, words }: { platform: string; period: string; words: DraftWords }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [note, setNote] = useState(words.note);
  const [asks, setAsks] = useState(words.asks.join('\n'));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = { platform, period, note, asks: asksOf(asks) };
    if (await run(() => trpc.reports.saveDraft.mutate(given))) router.refresh();
  }

  return (
    <form
      onSubmit={submit}
      className="mx-auto mb-10 flex max-w-3xl flex-col gap-4 border-y border-hairline py-6 print:hidden"
    >
      <Field label={t('reports.draft.note')} hint={t('reports.draft.noteHint')}>
        {(control) => (
          <Textarea {...control} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
        )}
      </Field>
      <Field label={t('reports.draft.asks')} hint={t('reports.draft.asksHint')}>
        {(control) => <Textarea {...control} value={asks} onChange={({ target }) => setAsks(target.value)} />}
      </Field>
      <Refused>{error}</Refused>
      <p className="flex flex-wrap items-center justify-between gap-3">
        <span className="text-xs text-muted">
          {words.savedBy === null || words.savedAt === null
            ? t('reports.draft.neverSaved')
            : t('reports.draft.saved', { name: words.savedBy, time: formatDateTime(words.savedAt, t.locale) })}
        </span>
        <Button type="submit" disabled={busy}>
          {t('reports.draft.save')}
        </Button>
      </p>
    </form>
  );
}
