'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Refused } from '../../../../_ui/refused.tsx';
import { emptyIssue, IssueFields, type LinkableTracker } from './issue-fields.tsx';

type Props = { platform: string; improvement: string; trackers: LinkableTracker[]; anew: boolean };

/** Links an improvement to a new issue, or to one that is there. */
export function LinkIssue({ platform, improvement, trackers, anew }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(() => emptyIssue(trackers));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { tracker, which, address } = value;
    const about = { platform, id: improvement, tracker, ...(which === 'existing' ? { issue: address } : {}) };
    const linked = await run(async () => {
      const { trpc } = await import('../../../../_trpc/client.tsx');
      await trpc.trackers.link.mutate(about);
    });
    if (!linked) return;
    setOpen(false);
    router.refresh();
  }

  return (
    <Dialog
      title={t('trackers.issue.link')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t(anew ? 'trackers.issue.linkAnew' : 'trackers.issue.link')}</Button>}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <IssueFields trackers={trackers} value={value} onChange={setValue} />
        <Refused>{error}</Refused>
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={busy}>
            {t('trackers.issue.submit')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('trackers.issue.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
