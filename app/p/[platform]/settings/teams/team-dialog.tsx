'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { FormActions } from '../form-actions.tsx';
import { type Team, TeamFields } from './team-fields.tsx';

const NEW: Team = { key: '', name: '', parent: null, contact: null, archived: false };

/** Adds a team, or changes the one given. */
export function TeamDialog({ team, teams }: { team?: Team; teams: Team[] }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(team ?? NEW);

  function change(next: boolean) {
    setValue(team ?? NEW);
    setOpen(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await run(() => trpc.catalogue.saveTeam.mutate(value))) {
      setOpen(false);
      router.refresh();
    }
  }

  return (
    <Dialog
      title={team ? t('settings.teams.editTitle', { name: team.name }) : t('settings.teams.add')}
      open={open}
      onOpenChange={change}
      trigger={
        team ? (
          <Button variant="quiet" aria-label={t('settings.editOne', { name: team.name })}>
            {t('settings.edit')}
          </Button>
        ) : (
          <Button variant="primary">{t('settings.teams.add')}</Button>
        )
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TeamFields value={value} onChange={setValue} isNew={team === undefined} teams={teams} />
        <FormActions error={error} busy={busy} />
      </form>
    </Dialog>
  );
}
