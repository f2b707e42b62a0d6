'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import type { Cycle, TeamLinks } from './cycle-shape.ts';
import { LinkLists } from './link-lists.tsx';

/** Makes all links of a survey and shows them this once. */
export function MakeLinks({ platform, cycle }: { platform: string; cycle: Cycle }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [teams, setTeams] = useState<TeamLinks[] | null>(null);

  async function make() {
    await run(async () => setTeams((await trpc.surveys.invite.mutate({ platform, cycle: cycle.id })).teams));
  }
  function close() {
    setTeams(null);
    router.refresh();
  }

  return (
    <>
      <Button variant={cycle.mailPossible ? 'secondary' : 'primary'} disabled={busy} onClick={make}>
        {t('surveys.links.make', { n: cycle.invited })}
      </Button>
      {error === null ? null : (
        <Notice tone="needs-you" live>
          {error}
        </Notice>
      )}
      <Dialog
        title={t('surveys.links.onceTitle')}
        description={t('surveys.links.once')}
        open={teams !== null}
        onOpenChange={(open) => (open ? null : close())}
      >
        {teams === null ? null : <LinkLists name={cycle.title} teams={teams} onDone={close} />}
      </Dialog>
    </>
  );
}
