'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Dialog } from '../../../../../_ui/dialog.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import type { ListedScenario } from './planner-data.ts';
import { sendPlanning } from './send-planning.ts';

/** Deletes a scenario, once it has been said again that it shall go. */
export function RemoveScenario({ platform, scenario }: { platform: string; scenario: ListedScenario }) {
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { run, busy, error } = useAction();
  const { id, version, name } = scenario;
  const remove = async () => {
    const done = await run(() => sendPlanning.remove({ platform, id, version }));
    if (!done) return;
    setOpen(false);
    router.refresh();
  };
  return (
    <Dialog
      title={t('planner.remove.title', { name })}
      description={t('planner.remove.about')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="quiet" aria-label={t('planner.remove.title', { name })}>
          {t('planner.remove.open')}
        </Button>
      }
    >
      {error === null ? null : (
        <div className="pb-3">
          <Notice tone="broken" live>
            {error}
          </Notice>
        </div>
      )}
      <Button variant="danger" disabled={busy} onClick={() => void remove()}>
        {t('planner.remove.send')}
      </Button>
    </Dialog>
  );
}
