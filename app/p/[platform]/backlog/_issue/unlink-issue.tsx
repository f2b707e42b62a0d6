'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';

/** Parts an improvement and its issue, once somebody has said so twice. */
export function UnlinkIssue({ platform, improvement }: { platform: string; improvement: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);

  async function unlink() {
    const parted = await run(async () => {
      const { trpc } = await import('../../../../_trpc/client.tsx');
      await trpc.trackers.unlink.mutate({ platform, id: improvement });
    });
    if (!parted) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <Dialog
      title={t('trackers.issue.unlinkTitle')}
      description={t('trackers.issue.unlinkAbout')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t('trackers.issue.unlink')}</Button>}
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={unlink}>
            {t('trackers.issue.unlink')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('trackers.issue.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
