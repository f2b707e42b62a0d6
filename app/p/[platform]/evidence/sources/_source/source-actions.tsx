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

/** What an editor does with a source. */
export function SourceActions({ platform, source }: { platform: string; source: Here }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const { asked, watch } = useNextRun(source.lastRunAt);
  const about = { platform, source: source.id };

  async function ask() {
    if (await run(() => trpc.sources.run.mutate(about))) watch();
  }

  async function setState(state: 'active' | 'paused') {
    if (await run(() => trpc.sources.setState.mutate({ ...about, state }))) {
      if (state === 'active') watch();
      router.refresh();
    }
  }

  return (
    <>
      {source.paused ? (
        <Button disabled={busy} onClick={() => setState('active')}>
          {t('sources.actions.resume')}
        </Button>
      ) : (
        <>
          <Button disabled={busy || asked} onClick={ask}>
            {t('sources.actions.run')}
          </Button>
          <Button disabled={busy} onClick={() => setState('paused')}>
            {t('sources.actions.pause')}
          </Button>
        </>
      )}
      <ButtonLink href={`/p/${platform}/evidence/sources/${source.id}/edit`}>{t('sources.actions.edit')}</ButtonLink>
      <DeleteSource platform={platform} source={source} />
      {error ? <Notice tone="broken">{error}</Notice> : null}
      {asked ? <Notice live>{t('sources.actions.asked')}</Notice> : null}
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

function DeleteSource({ platform, source }: { platform: string; source: Here }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);

  async function remove() {
    if (await run(() => trpc.sources.delete.mutate({ platform, source: source.id }))) {
      router.push(`/p/${platform}/evidence/sources`);
      router.refresh();
    }
  }

  return (
    <Dialog
      title={t('sources.actions.deleteTitle', { name: source.name })}
      description={t('sources.actions.deleteAbout')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">{t('sources.actions.delete')}</Button>}
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={remove}>
            {t('sources.actions.delete')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('sources.actions.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
