'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Textarea } from '../../../../_ui/input.tsx';
import { Refused } from '../../../../_ui/refused.tsx';

/** Accepts or rejects an answer that waits. The server refuses whoever gave it. */
export function ReviewClaim({ id, title }: { id: string; title: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');

  async function decide(accept: boolean) {
    const done = await run(() => trpc.attestations.review.mutate({ id, accept, note: note || undefined }));
    if (!done) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <Dialog
      title={t('evidence.claims.reviewTitle')}
      description={title}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('evidence.claims.review')}</Button>}
    >
      <div className="flex flex-col gap-4">
        <Field label={t('evidence.claims.note')} hint={t('evidence.claims.noteHint')}>
          {(control) => <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <Refused>{error}</Refused>
        <div className="flex justify-end gap-2">
          <Button disabled={busy} onClick={() => decide(false)}>
            {t('evidence.claims.reject')}
          </Button>
          <Button variant="primary" disabled={busy} onClick={() => decide(true)}>
            {t('evidence.claims.accept')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
