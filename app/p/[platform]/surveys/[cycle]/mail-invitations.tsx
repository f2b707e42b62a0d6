'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { AddressFields } from './address-fields.tsx';
import { addressesIn } from './address-list.ts';
import type { Cycle, TeamLinks } from './cycle-shape.ts';
import { LinkLists } from './link-lists.tsx';

type Issued = { teams: TeamLinks[]; mailed: number };

/** Asks teams by e-mail; those without addresses get their links here, this once. */
export function MailInvitations({ platform, cycle }: { platform: string; cycle: Cycle }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [pasted, setPasted] = useState<Record<string, string>>({});
  const [issued, setIssued] = useState<Issued | null>(null);
  const asked = cycle.teams.filter(({ invited }) => invited > 0);
  const mail = asked
    .map(({ key }) => ({ team: key, addresses: addressesIn(pasted[key] ?? '') }))
    .filter(({ addresses }) => addresses.length > 0);

  function change(opened: boolean) {
    setOpen(opened);
    if (opened) return;
    setPasted({});
    if (issued !== null) router.refresh();
    setIssued(null);
  }
  async function invite(event: FormEvent) {
    event.preventDefault();
    await run(async () => setIssued(await trpc.surveys.invite.mutate({ platform, cycle: cycle.id, mail })));
  }

  return (
    <Dialog
      trigger={<Button variant="primary">{t('surveys.mail.invite')}</Button>}
      title={t(issued === null ? 'surveys.mail.title' : 'surveys.mail.doneTitle')}
      description={issued === null ? t('surveys.mail.about') : t('surveys.mail.done', { n: issued.mailed })}
      open={open}
      onOpenChange={change}
    >
      {issued === null ? (
        <form onSubmit={invite} className="flex flex-col gap-4">
          <AddressFields teams={asked} pasted={pasted} onChange={setPasted} />
          <p className="text-muted">{t('surveys.mail.promise')}</p>
          {error === null ? null : (
            <Notice tone="needs-you" live>
              {error}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="quiet" onClick={() => change(false)}>
              {t('surveys.cycle.cancel')}
            </Button>
            <Button type="submit" variant="primary" disabled={busy || mail.length === 0}>
              {t('surveys.mail.send', { n: mail.reduce((sum, { addresses }) => sum + addresses.length, 0) })}
            </Button>
          </div>
        </form>
      ) : issued.teams.length > 0 ? (
        <LinkLists name={cycle.title} teams={issued.teams} onDone={() => change(false)} />
      ) : (
        <div className="flex justify-end">
          <Button variant="primary" onClick={() => change(false)}>
            {t('surveys.links.done')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
