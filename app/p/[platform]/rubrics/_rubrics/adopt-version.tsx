'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';

/** Lets this platform be scored by the version shown. */
export function AdoptVersion({ platform, name }: { platform: string; name: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const version = name.replace('@', ' ');

  async function adopt() {
    if (await run(() => trpc.rubrics.adopt.mutate({ platform, rubric: name }))) {
      setOpen(false);
      router.refresh();
    }
  }

  return (
    <Dialog
      title={t('rubrics.adopt.title', { version })}
      description={t('rubrics.adopt.about')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('rubrics.adopt.open')}</Button>}
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" disabled={busy} onClick={adopt}>
            {t('rubrics.adopt.go', { version })}
          </Button>
          <ButtonLink prefetch={false} href={`/p/${platform}/rubrics/dry-run?rubric=${name}`}>
            {t('rubrics.adopt.try')}
          </ButtonLink>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {t('rubrics.adopt.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
