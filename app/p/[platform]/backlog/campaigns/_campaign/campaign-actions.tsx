'use client';

import { useRouter } from 'next/navigation';
import { useText } from '../../../../../_messages/use-text.tsx';
import { useAction } from '../../../../../_trpc/use-action.ts';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';
import { Dialog } from '../../../../../_ui/dialog.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { type Campaign, sendCampaign } from './campaign-data.ts';

/** Starts a campaign, ends it by hand (asked twice: it ends by itself otherwise), takes it up again, changes it. */
export function CampaignActions({ platform, campaign }: { platform: string; campaign: Campaign }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const { id, version, state: now, rights } = campaign;
  const move = async (state: 'running' | 'ended') => {
    await run(() => sendCampaign.move({ platform, id, version, state }));
    router.refresh();
  };
  return (
    <div className="grid justify-items-end gap-2">
      <div className="flex flex-wrap gap-2">
        {rights.moves.includes('running') ? (
          <Button
            variant={now === 'planned' ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={() => void move('running')}
          >
            {t(now === 'planned' ? 'campaigns.item.start' : 'campaigns.item.again')}
          </Button>
        ) : null}
        {rights.moves.includes('ended') ? (
          <Dialog title={t('campaigns.item.endConfirm')} trigger={<Button>{t('campaigns.item.end')}</Button>}>
            <Button variant="danger" disabled={busy} onClick={() => void move('ended')}>
              {t('campaigns.item.end')}
            </Button>
          </Dialog>
        ) : null}
        {rights.change ? (
          <ButtonLink href={`/p/${platform}/backlog/campaigns/${id}/edit`}>{t('campaigns.item.edit')}</ButtonLink>
        ) : null}
      </div>
      {error === null ? null : (
        <Notice tone="needs-you" live>
          {error}
        </Notice>
      )}
    </div>
  );
}
