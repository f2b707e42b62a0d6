'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import type { TeamLinks } from './cycle-shape.ts';
import { LinkLists } from './link-lists.tsx';

type Props = { platform: string; cycle: string; team: { key: string; name: string } };

/** New links for a team, for a reminder. */
export function RenewLinks({ platform, cycle, team }: Props) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [teams, setTeams] = useState<TeamLinks[] | null>(null);

  const renew = () =>
    run(async () => setTeams((await trpc.surveys.remind.mutate({ platform, cycle, team: team.key })).teams));
  function change(opened: boolean) {
    setOpen(opened);
    if (!opened) setTeams(null);
  }

  return (
    <Dialog
      trigger={
        <Button variant="quiet" aria-label={`${t('surveys.links.renew')}: ${team.name}`}>
          {t('surveys.links.renew')}
        </Button>
      }
      title={teams === null ? t('surveys.links.renewTitle', { team: team.name }) : t('surveys.links.onceTitle')}
      description={teams === null ? t('surveys.links.renewText') : t('surveys.links.once')}
      open={open}
      onOpenChange={change}
    >
      {teams === null ? (
        <div className="flex flex-col gap-4">
          {error === null ? null : (
            <Notice tone="needs-you" live>
              {error}
            </Notice>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="quiet" onClick={() => change(false)}>
              {t('surveys.cycle.cancel')}
            </Button>
            <Button variant="primary" disabled={busy} onClick={renew}>
              {t('surveys.links.renew')}
            </Button>
          </div>
        </div>
      ) : (
        <LinkLists name={team.name} teams={teams} onDone={() => change(false)} />
      )}
    </Dialog>
  );
}
