'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { Choice } from '../../settings/choice.tsx';
import { TextField } from '../../settings/text-field.tsx';

type Tracker = { id: string; name: string; place: string };
type Props = { platform: string; improvement: string; trackers: Tracker[]; anew: boolean };

/** Links an improvement to a new issue, or to one that is there. */
export function LinkIssue({ platform, improvement, trackers, anew }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [tracker, setTracker] = useState(trackers[0]?.id ?? '');
  const [which, setWhich] = useState<'new' | 'existing'>('new');
  const [address, setAddress] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
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
        <Choice
          label={t('trackers.issue.tracker')}
          value={tracker}
          options={trackers.map(({ id, name, place }) => ({ value: id, label: `${name} (${place})` }))}
          onChange={setTracker}
        />
        <Choice
          label={t('trackers.issue.which')}
          hint={t(which === 'new' ? 'trackers.issue.newHint' : 'trackers.issue.existingHint')}
          value={which}
          options={[
            { value: 'new', label: t('trackers.issue.newIssue') },
            { value: 'existing', label: t('trackers.issue.existing') },
          ]}
          onChange={setWhich}
        />
        {which === 'existing' ? (
          <TextField
            label={t('trackers.issue.address')}
            hint={t('trackers.issue.addressHint')}
            required
            type="url"
            maxLength={500}
            value={address}
            onChange={setAddress}
          />
        ) : null}
        {error ? (
          <Notice tone="broken" live>
            {error}
          </Notice>
        ) : null}
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
