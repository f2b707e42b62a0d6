'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { AddressForm, type Issued } from './address-form.tsx';
import type { Cycle } from './cycle-shape.ts';
import { LinkLists } from './link-lists.tsx';

/** Asks teams by e-mail; those without addresses get their links here, this once. */
export function MailInvitations({ platform, cycle }: { platform: string; cycle: Cycle }) {
  const t = useText();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [issued, setIssued] = useState<Issued | null>(null);

  function change(opened: boolean) {
    setOpen(opened);
    if (opened || issued === null) return;
    setIssued(null);
    router.refresh();
  }
  const close = () => change(false);

  return (
    <Dialog
      trigger={<Button variant="primary">{t('surveys.mail.invite')}</Button>}
      title={t(issued === null ? 'surveys.mail.title' : 'surveys.mail.doneTitle')}
      description={issued === null ? t('surveys.mail.about') : t('surveys.mail.done', { n: issued.mailed })}
      open={open}
      onOpenChange={change}
    >
      {issued === null ? (
        <AddressForm platform={platform} cycle={cycle} onCancel={close} onIssued={setIssued} />
      ) : issued.teams.length > 0 ? (
        <LinkLists name={cycle.title} teams={issued.teams} onDone={close} />
      ) : (
        <div className="flex justify-end">
          <Button variant="primary" onClick={close}>
            {t('surveys.links.done')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
