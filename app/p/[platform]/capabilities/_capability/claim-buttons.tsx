'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input } from '../../../../_ui/input.tsx';
import { sendClaim } from './send-claim.ts';

/** Accepts or rejects an answer, or approves or declines a request, with a note for whoever asked. */
export function JudgeButtons({ kind, id }: { kind: 'answer' | 'request'; id: string }) {
  const t = useText();
  const router = useRouter();
  const [note, setNote] = useState('');
  const { run, busy, error } = useAction();
  const judge = async (good: boolean) => {
    const done = await run(() =>
      kind === 'answer' ? sendClaim.review({ id, accept: good, note }) : sendClaim.decide({ id, approve: good, note }),
    );
    if (done) router.refresh();
  };
  return (
    <div className="mt-2 grid gap-2 rounded-md bg-needs-you-soft p-2.5">
      <Field label={t('capability.actions.note')} error={error}>
        {(control) => (
          <Input {...control} value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" disabled={busy} onClick={() => void judge(true)}>
          {t(kind === 'answer' ? 'capability.actions.accept' : 'capability.actions.approve')}
        </Button>
        <Button disabled={busy} onClick={() => void judge(false)}>
          {t(kind === 'answer' ? 'capability.actions.reject' : 'capability.actions.decline')}
        </Button>
      </div>
    </div>
  );
}

/** Takes a request back, or ends what was approved. */
export function WithdrawButton({ id }: { id: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const withdraw = async () => {
    if (await run(() => sendClaim.withdraw({ id }))) router.refresh();
  };
  return (
    <div className="mt-1">
      <Button variant="quiet" className="-ml-3" disabled={busy} onClick={() => void withdraw()}>
        {t('capability.actions.withdraw')}
      </Button>
      {error === null ? null : (
        <p role="alert" className="text-xs text-broken">
          {error}
        </p>
      )}
    </div>
  );
}
