'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useText } from '../_messages/use-text.tsx';
import { useAction } from '../_trpc/use-action.ts';
import { Button, ButtonLink } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

const LOOK_MS = 2_000;
const LOOKS = 15;

type Props = {
  /** whose words are used */
  kind: 'sources' | 'trackers';
  about: { name: string; paused: boolean; lastRunAt: string | null };
  /** the address of the list that it stands in, and of its form */
  list: string;
  form: string;
  run: () => Promise<unknown>;
  setState: (state: 'active' | 'paused') => Promise<unknown>;
  remove: () => Promise<unknown>;
};

/** What an editor does with something outside that is asked on a schedule. */
export function ConnectionActions({ kind, about, list, form, run: runNow, setState, remove }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const { asked, watch } = useNextRun(about.lastRunAt);

  async function ask() {
    if (await run(runNow)) watch();
  }

  async function change(state: 'active' | 'paused') {
    if (await run(() => setState(state))) {
      if (state === 'active') watch();
      router.refresh();
    }
  }

  return (
    <>
      {error ? <Notice tone="broken">{error}</Notice> : null}
      {asked ? <Notice live>{t(`${kind}.actions.asked`)}</Notice> : null}
      {about.paused ? (
        <Button disabled={busy} onClick={() => change('active')}>
          {t(`${kind}.actions.resume`)}
        </Button>
      ) : (
        <>
          <Button disabled={busy || asked} onClick={ask}>
            {t(`${kind}.actions.run`)}
          </Button>
          <Button disabled={busy} onClick={() => change('paused')}>
            {t(`${kind}.actions.pause`)}
          </Button>
        </>
      )}
      <ButtonLink href={form}>{t(`${kind}.actions.edit`)}</ButtonLink>
      <DeleteConnection kind={kind} name={about.name} list={list} remove={remove} />
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

function DeleteConnection({ kind, name, list, remove }: Pick<Props, 'kind' | 'list' | 'remove'> & { name: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);

  async function confirm() {
    if (await run(remove)) {
      router.push(list);
      router.refresh();
    }
  }

  return (
    <Dialog
      title={t(`${kind}.actions.deleteTitle`, { name })}
      description={t(`${kind}.actions.deleteAbout`)}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="danger">{t(`${kind}.actions.delete`)}</Button>}
    >
      <div className="flex flex-col gap-3">
        {error ? <Notice tone="broken">{error}</Notice> : null}
        <div className="flex gap-2">
          <Button variant="danger" disabled={busy} onClick={confirm}>
            {t(`${kind}.actions.delete`)}
          </Button>
          <Button onClick={() => setOpen(false)}>{t(`${kind}.actions.cancel`)}</Button>
        </div>
      </div>
    </Dialog>
  );
}
