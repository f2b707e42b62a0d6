'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Checkbox } from '../../../../_ui/input.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import type { Cycle } from './cycle-shape.ts';
import { MailInvitations } from './mail-invitations.tsx';
import { MakeLinks } from './make-links.tsx';

/** What an editor can do with a survey that is not closed. */
export function CycleActions({ platform, cycle }: { platform: string; cycle: Cycle }) {
  if (cycle.state === 'draft') return <DraftActions platform={platform} cycle={cycle} />;
  return <OpenActions platform={platform} cycle={cycle} />;
}

function DraftActions({ platform, cycle }: { platform: string; cycle: Cycle }) {
  const t = useText();
  const [accepted, setAccepted] = useState(false);
  const place = { platform, cycle: cycle.id };
  return (
    <>
      <ConfirmDialog
        trigger={<Button variant="quiet">{t('surveys.cycle.discard')}</Button>}
        title={t('surveys.cycle.discardTitle')}
        text={t('surveys.cycle.discardText')}
        action={t('surveys.cycle.discard')}
        danger
        leadsTo={`/p/${platform}/surveys`}
        onConfirm={() => trpc.surveys.discard.mutate(place)}
      />
      <ConfirmDialog
        trigger={<Button variant="primary">{t('surveys.cycle.openIt')}</Button>}
        title={t('surveys.cycle.openTitle')}
        text={t('surveys.cycle.openText')}
        action={t('surveys.cycle.openIt')}
        disabled={!cycle.canShow && !accepted}
        onConfirm={() => trpc.surveys.open.mutate({ ...place, acceptNoResult: accepted })}
      >
        {cycle.canShow ? null : (
          <div className="flex flex-col gap-2">
            <p>{t('surveys.cycle.tooFew', { n: cycle.invited, scores: cycle.minimums.scores })}</p>
            <Checkbox
              label={t('surveys.cycle.accept')}
              checked={accepted}
              onChange={(event) => setAccepted(event.target.checked)}
            />
          </div>
        )}
      </ConfirmDialog>
    </>
  );
}

function OpenActions({ platform, cycle }: { platform: string; cycle: Cycle }) {
  const t = useText();
  return (
    <>
      <ConfirmDialog
        trigger={<Button>{t('surveys.cycle.closeIt')}</Button>}
        title={t('surveys.cycle.closeTitle')}
        text={t('surveys.cycle.closeText')}
        action={t('surveys.cycle.closeIt')}
        danger
        onConfirm={() => trpc.surveys.close.mutate({ platform, cycle: cycle.id })}
      />
      {cycle.linksMade ? null : <MakeLinks platform={platform} cycle={cycle} />}
      {cycle.linksMade || !cycle.mailPossible ? null : <MailInvitations platform={platform} cycle={cycle} />}
    </>
  );
}
