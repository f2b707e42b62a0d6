'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';

export function RevokeToken({ token }: { token: { id: string; name: string } }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);

  async function revoke() {
    if (await run(() => trpc.people.revokeToken.mutate({ token: token.id }))) {
      setOpen(false);
      router.refresh();
    }
  }

  return (
    <Dialog
      title={t('settings.tokens.revokeTitle', { name: token.name })}
      description={t('settings.tokens.revokeAbout')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" aria-label={t('settings.tokens.revokeOne', { name: token.name })}>
          {t('settings.tokens.revoke')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={revoke}>
            {t('settings.tokens.revoke')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('settings.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
