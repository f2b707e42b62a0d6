'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { trpc } from '../../../../../_trpc/client.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { ConfirmDialog } from '../../../surveys/[cycle]/confirm-dialog.tsx';
import type { Round } from '../rounds-data.ts';

/** How an editor ends an open round. */
export function RoundActions({ round: { id, platform, handedIn, asked } }: { round: Round }) {
  const t = useText();
  const place = { platform: platform.key, round: id };
  return (
    <>
      <ConfirmDialog
        trigger={<Button variant="quiet">{t('ratingRounds.open.discard')}</Button>}
        title={t('ratingRounds.open.discardTitle')}
        text={t('ratingRounds.open.discardText')}
        action={t('ratingRounds.open.discard')}
        danger
        leadsTo={`/p/${platform.key}/self-assessment/rounds`}
        onConfirm={() => trpc.ratingRounds.discard.mutate(place)}
      />
      <ConfirmDialog
        trigger={
          <Button variant={handedIn === asked ? 'primary' : 'secondary'}>{t('ratingRounds.open.reveal')}</Button>
        }
        title={t('ratingRounds.open.revealTitle')}
        text={t('ratingRounds.open.revealText', { handedIn, asked })}
        action={t('ratingRounds.open.reveal')}
        onConfirm={() => trpc.ratingRounds.reveal.mutate(place)}
      />
    </>
  );
}
