'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';

/** Ends one session, or with null every one but this. */
export function EndSession({
  session,
  label,
  accessibleName,
}: {
  session: string | null;
  label: string;
  accessibleName?: string;
}) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();

  async function end() {
    if (await run(() => trpc.people.endSessions.mutate({ session }))) router.refresh();
  }

  return (
    <Button
      variant={session === null ? 'secondary' : 'quiet'}
      aria-label={accessibleName}
      disabled={busy}
      onClick={end}
    >
      {error ? t('kit.retry') : label}
    </Button>
  );
}
