'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { DeleteButton } from '../delete-button.tsx';
import { FormActions } from '../form-actions.tsx';
import { CapabilityFields } from './capability-fields.tsx';
import type { Capability, Team } from './catalogue.ts';

type Props = { platform: string; capability: Capability; teams: Team[]; onClose: () => void };

/** Everything about one capability that people decide, but its targets, which have a page of their own. */
export function CapabilityDialog({ platform, capability, teams, onClose }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [value, setValue] = useState(capability);
  const { name, key } = capability;
  // an archived team owns nothing new, but may go on owning this
  const owners = teams.filter((team) => !team.archived || team.key === capability.ownerTeam);

  async function change(changing: () => Promise<unknown>) {
    if (!(await run(changing))) return;
    onClose();
    router.refresh();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void change(() => trpc.catalogue.saveCapability.mutate({ platform, ...value }));
  }

  return (
    <Dialog title={t('settings.capabilities.editTitle', { name })} open onOpenChange={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <CapabilityFields value={value} onChange={setValue} teams={owners} />
        <FormActions error={error} busy={busy}>
          <Button onClick={onClose}>{t('settings.cancel')}</Button>
          <span className="ml-auto">
            <DeleteButton
              question={t('catalogue.capabilities.deleteAsk', { name })}
              busy={busy}
              onDelete={() => change(() => trpc.catalogue.deleteCapability.mutate({ platform, capability: key }))}
            />
          </span>
        </FormActions>
      </form>
    </Dialog>
  );
}
