'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { Refused } from '../../../../_ui/refused.tsx';

/** Sends a message to oneself and says how that went. */
export function SendTest() {
  const t = useText();
  const { run, busy, error } = useAction();
  const [address, setAddress] = useState<string | null>(null);

  async function send() {
    setAddress(null);
    await run(async () => setAddress((await trpc.notices.sendTest.mutate()).address));
  }

  return (
    <div className="mt-5 flex max-w-2xl flex-col items-start gap-3">
      <Button disabled={busy} onClick={send}>
        {t('notices.outbox.test')}
      </Button>
      <Refused>{error}</Refused>
      {address === null ? null : <Notice live>{t('notices.outbox.tested', { address })}</Notice>}
    </div>
  );
}
