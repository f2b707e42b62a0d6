'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { formatDateTime } from '../../../_messages/format.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { trpc } from '../../../_trpc/client.tsx';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Dialog } from '../../../_ui/dialog.tsx';
import { Field } from '../../../_ui/field.tsx';
import { Select, Textarea } from '../../../_ui/input.tsx';
import { Notice } from '../../../_ui/notice.tsx';
import type { Suggested } from './reports-data.ts';

const NOW = 'now';

/** Asks which quarter to freeze and as of when, and leads to its report. */
export function FreezeDialog({ platform, suggested }: { platform: string; suggested: Suggested }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [period, setPeriod] = useState(suggested.period);
  const [asOf, setAsOf] = useState(suggested.asOf ?? NOW);
  const [note, setNote] = useState('');
  const end = suggested.periods.find(({ label }) => label === period)?.endsAt;
  const ended = end !== undefined && end <= suggested.now ? end : null;

  function choose(label: string) {
    setPeriod(label);
    setAsOf(NOW);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = { platform, period, ...(asOf === NOW ? {} : { asOf }), ...(note.trim() === '' ? {} : { note }) };
    await run(async () => {
      const { id } = await trpc.assessments.freeze.mutate(given);
      router.push(`/p/${platform}/reports/${id}`);
    });
  }

  return (
    <Dialog
      title={t('reports.freeze.title')}
      description={t('reports.freeze.about')}
      trigger={<Button variant="primary">{t('reports.freeze.open')}</Button>}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('reports.freeze.period')} hint={t('reports.freeze.periodHint')}>
          {(control) => (
            <Select {...control} value={period} onChange={(event) => choose(event.target.value)}>
              {suggested.periods.map(({ label }) => (
                <option key={label}>{label}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('reports.freeze.when')}>
          {(control) => (
            <Select {...control} value={asOf} onChange={(event) => setAsOf(event.target.value)}>
              <option value={NOW}>{t('reports.freeze.now')}</option>
              {ended === null ? null : (
                <option value={ended}>
                  {t('reports.freeze.end', { time: formatDateTime(ended, t.locale, suggested.timeZone) })}
                </option>
              )}
            </Select>
          )}
        </Field>
        <Field label={t('reports.freeze.note')} hint={t('reports.freeze.noteHint')}>
          {(control) => (
            <Textarea {...control} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        {error ? (
          <Notice tone="broken" live>
            {error}
          </Notice>
        ) : null}
        <Button type="submit" variant="primary" disabled={busy} className="self-end">
          {t('reports.freeze.save')}
        </Button>
      </form>
    </Dialog>
  );
}
