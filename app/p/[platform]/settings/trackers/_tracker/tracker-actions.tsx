'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { Dialog } from '../../../../../_ui/dialog.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';

type Here = { id: string; name: string; paused: boolean; lastRunAt: string | null };

const LOOK_MS = 2_000;
const LOOKS = 15;

/** What an editor does with a tracker. */
export function TrackerActions({ platform, tracker }: { platform: string; tracker: Here }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const { asked, watch } = useNextRun(tracker.lastRunAt);
  const about = { platform, tracker: tracker.id };

  async function ask() {
    if (await run(() => trpc.trackers.run.mutate(about))) watch();
  }

  async function setState(state: 'active' | 'paused') {
    if (await run(() => trpc.trackers.setState.mutate({ ...about, state }))) {
      if (state === 'active') watch();
      router.refresh();
    }
  }

  return (
    <>
      {tracker.paused ? (
        <Button disabled={busy} onClick={() => setState('active')}>
          {t('trackers.actions.resume')}
        </Button>
      ) : (
        <>
          <Button disabled={busy || asked} onClick={ask}>
            {t('trackers.actions.run')}
          </Button>
          <Button disabled={busy} onClick={() => setState('paused')}>
            {t('trackers.actions.pause')}
          </Button>
        </>
      )}
      <ButtonLink href={`/p/${platform}/settings/trackers/${tracker.id}/edit`}>{t('trackers.actions.edit')}</ButtonLink>
      <DeleteTracker platform={platform} tracker={tracker} />
      {error ? <Notice tone="broken">{error}</Notice> : null}
      {asked ? <Notice live>{t('trackers.actions.asked')}</Notice> : null}
    </>
  );
}

/** Looks again until a run that was asked for has ended, or for half a minute. */
function useNextRun(lastRunAt: string | null) {
  const router = useRouter();
  const [since, setSince] = useState<{ lastRunAt: string | null; looks: number } | null>(null);
  const asked = since !== null && since.lastRunAt === lastRunAt && since.looks < LOOKS;
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => {
      router.refresh();
      setSince((before) => (before === null ? null : { ...before, looks: before.looks + 1 }));
    }, LOOK_MS);
    return () => clearTimeout(timer);
  });
  return { asked, watch: () => setSince({ lastRunAt, looks: 0 }) };
}

function DeleteTracker({ platform, tracker }: { platform: string; tracker: Here }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);

  async function remove() {
    if (await run(() => trpc.trackers.delete.mutate({ platform, tracker: tracker.id }))) {
      router.push(`/p/${platform}/settings/trackers`);
      router.refresh();
    }
  }

  return (
    <Dialog
      title={t('trackers.actions.deleteTitle', { name: tracker.name })}
      description={t('trackers.actions.deleteAbout')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">{t('trackers.actions.delete')}</Button>}
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={remove}>
            {t('trackers.actions.delete')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('trackers.actions.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
