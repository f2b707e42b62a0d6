'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { trpc } from '../../../_trpc/client.tsx';
import { useAction } from '../../../_trpc/use-action.ts';
import { Button } from '../../../_ui/button.tsx';
import { Dialog } from '../../../_ui/dialog.tsx';
import { Refused } from '../../../_ui/refused.tsx';
import { FreezeFields } from './freeze-fields.tsx';
import type { Suggested } from './reports-data.ts';

/** Asks which quarter to freeze and as of when, and leads to its report. A draft's own quarter stands first. */
export function FreezeDialog({
  platform,
  suggested,
  period = suggested.period,
}: {
  platform: string;
  suggested: Suggested;
  period?: string;
}) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const asOf = period === suggested.period ? suggested.asOf : null;
  const [value, setValue] = useState({ period, asOf, correction: '' });
  const isPublished = suggested.periods.some(({ label, published }) => label === value.period && published);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const given = {
      ...{ platform, period: value.period },
      ...(value.asOf === null ? {} : { asOf: value.asOf }),
      ...(isPublished ? { correction: value.correction } : {}),
    };
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
        <FreezeFields {...{ value, platform, suggested, isPublished }} onChange={setValue} />
        <Refused>{error}</Refused>
        <Button type="submit" variant="primary" disabled={busy} className="self-end">
          {t('reports.freeze.save')}
        </Button>
      </form>
    </Dialog>
  );
}
