'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { FormActions } from '../form-actions.tsx';
import { TeamFields } from './team-fields.tsx';
import { TeamHistory } from './team-history.tsx';
import type { Team } from './team-order.ts';

const NEW: Team = { key: '', name: '', parent: null, contact: null, archived: false };

/** Adds a team, or changes the one given and shows what it was. */
export function TeamDialog({ team, teams, onClose }: { team: Team | null; teams: Team[]; onClose: () => void }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [value, setValue] = useState(team ?? NEW);

  function done() {
    onClose();
    router.refresh();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await run(() => trpc.catalogue.saveTeam.mutate(value))) done();
  }

  return (
    <Dialog
      title={team ? t('settings.teams.editTitle', { name: team.name }) : t('settings.teams.add')}
      open
      onOpenChange={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TeamFields value={value} onChange={setValue} isNew={team === null} teams={teams} />
        <FormActions error={error} busy={busy} />
      </form>
      {team === null ? null : <TeamHistory team={team} onDeleted={done} />}
    </Dialog>
  );
}
