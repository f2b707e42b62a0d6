'use client';

import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

type Props = { platform: string; cycle: string; team: { key: string; name: string } };

/** A reminder by e-mail to everybody of a team. */
export function RemindByMail({ platform, cycle, team }: Props) {
  const t = useText();
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" aria-label={`${t('surveys.mail.remind')}: ${team.name}`}>
          {t('surveys.mail.remind')}
        </Button>
      }
      title={t('surveys.mail.remindTitle', { team: team.name })}
      text={t('surveys.mail.remindText')}
      action={t('surveys.mail.remind')}
      onConfirm={() => trpc.surveys.remindByMail.mutate({ platform, cycle, team: team.key })}
    />
  );
}
