'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input } from '../../../../_ui/input.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

type Props = { platform: string; cycle: string; refused: { id: string; address: string } };

/** Corrects an address that was refused and writes to it. */
export function ReplaceAddress({ platform, cycle, refused }: Props) {
  const t = useText();
  const [address, setAddress] = useState(refused.address);
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" aria-label={`${t('surveys.mail.correct')}: ${refused.address}`}>
          {t('surveys.mail.correct')}
        </Button>
      }
      title={t('surveys.mail.correctTitle')}
      text={t('surveys.mail.correctText')}
      action={t('surveys.mail.correctSend')}
      disabled={address.trim() === '' || address === refused.address}
      onConfirm={() =>
        trpc.surveys.replaceAddress.mutate({ platform, cycle, refused: refused.id, address: address.trim() })
      }
    >
      <Field label={t('surveys.mail.address')} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
}
