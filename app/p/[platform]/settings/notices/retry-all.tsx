'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';

/** Puts everything that failed back on the queue. */
export function RetryAll() {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [retried, setRetried] = useState<number | null>(null);

  async function retry() {
    const done = await run(async () => setRetried((await trpc.notices.retry.mutate()).retried));
    if (done) router.refresh();
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <span role="status" className="text-muted">
        {error ?? (retried === null ? '' : t('notices.outbox.retried', { n: retried }))}
      </span>
      <Button disabled={busy} onClick={retry}>
        {t('notices.outbox.retry')}
      </Button>
    </div>
  );
}
