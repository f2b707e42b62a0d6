'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent, ReactNode } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';

/** A form in place of the buttons that opened it: sends, has the page read anew, and closes; or says why not. */
export function ClaimForm({
  submit,
  onSend,
  onDone,
  children,
}: {
  submit: string;
  onSend: () => Promise<unknown>;
  onDone: () => void;
  children: (error: string | null) => ReactNode;
}) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run(onSend))) return;
    onDone();
    router.refresh();
  };
  return (
    <form onSubmit={(event) => void send(event)} className="grid gap-3 rounded-md border border-hairline bg-sunken p-3">
      {children(error)}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {submit}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('capability.actions.cancel')}
        </Button>
      </div>
    </form>
  );
}
