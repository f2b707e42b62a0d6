'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { FormActions } from '../form-actions.tsx';
import { CapabilityFields } from './capability-fields.tsx';
import type { Aspect, Capability, Level, Target, Team } from './catalogue.ts';
import { TargetFields } from './target-fields.tsx';

type Props = {
  platform: string;
  capability: Capability;
  aspects: Aspect[];
  levels: Level[];
  targets: Target[];
  teams: Team[];
};

/** Everything about one capability that people decide. */
export function CapabilityDialog({ platform, capability, aspects, levels, targets, teams }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(capability);
  const [aims, setAims] = useState(targets);

  function change(next: boolean) {
    setValue(capability);
    setAims(targets);
    setOpen(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const moved = aims.filter((aim, index) => aim.level !== targets[index]?.level);
    const done = await run(async () => {
      await trpc.catalogue.saveCapability.mutate({ platform, ...value });
      if (moved.length > 0)
        await trpc.catalogue.saveTargets.mutate({
          platform,
          targets: moved.map(({ capability: key, aspect, level }) => ({ capability: key, aspect, level })),
        });
    });
    if (done) {
      setOpen(false);
      router.refresh();
    }
  }

  return (
    <Dialog
      title={t('settings.capabilities.editTitle', { name: capability.name })}
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="quiet" aria-label={t('settings.editOne', { name: capability.name })}>
          {t('settings.edit')}
        </Button>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <CapabilityFields value={value} onChange={setValue} teams={teams} />
        <TargetFields aspects={aspects} levels={levels} targets={aims} onChange={setAims} />
        <FormActions error={error} busy={busy}>
          <Button onClick={() => setOpen(false)}>{t('settings.cancel')}</Button>
        </FormActions>
      </form>
    </Dialog>
  );
}
