'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Choice } from '../choice.tsx';
import { FormActions } from '../form-actions.tsx';

const ROLES = ['viewer', 'owner', 'editor', 'admin'] as const;
type Role = (typeof ROLES)[number];
type Named = { key: string; name: string };
type Props = {
  person: { id: string; name: string };
  platform: string;
  teams: Named[];
  /** may give roles on every platform */
  everywhere: boolean;
};

export function GrantRole({ person, platform, teams, everywhere }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<Role>('viewer');
  const [where, setWhere] = useState<'here' | 'everywhere'>('here');
  const [team, setTeam] = useState(teams[0]?.key ?? '');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const grant = {
      user: person.id,
      role,
      platform: where === 'here' ? platform : null,
      team: role === 'owner' ? team : null,
    };
    if (await run(() => trpc.people.grantRole.mutate(grant))) {
      setOpen(false);
      router.refresh();
    }
  }

  const places = [
    { value: 'here' as const, label: t('settings.people.thisPlatform') },
    { value: 'everywhere' as const, label: t('settings.people.everywhere') },
  ];
  return (
    <Dialog
      title={t('settings.people.grantTitle', { name: person.name })}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="quiet">{t('settings.people.grant')}</Button>}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Choice
          label={t('settings.people.role')}
          value={role}
          options={ROLES.map((value) => ({ value, label: t(`settings.people.roleNames.${value}`) }))}
          onChange={setRole}
        />
        {role === 'owner' ? (
          <Choice
            label={t('settings.people.team')}
            hint={teams.length === 0 ? t('settings.people.needTeam') : undefined}
            value={team}
            options={teams.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={setTeam}
          />
        ) : null}
        {everywhere ? (
          <Choice label={t('settings.people.where')} value={where} options={places} onChange={setWhere} />
        ) : null}
        <FormActions error={error} busy={busy} label={t('settings.people.grant')} />
      </form>
    </Dialog>
  );
}
