'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { type Capability, CapabilityChoice } from '../../../../set-up/[token]/capability-choice.tsx';
import { Part } from '../../../../set-up/[token]/part.tsx';
import { PlatformFields, usePlatformFields } from '../../../../set-up/[token]/platform-fields.tsx';
import { FormActions } from '../form-actions.tsx';

export function NewPlatformForm({ capabilities, timeZones }: { capabilities: Capability[]; timeZones: string[] }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const platform = usePlatformFields(timeZones);
  const [chosen, setChosen] = useState(() => new Set(capabilities.map(({ key }) => key)));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const created = { ...platform.value, capabilities: [...chosen] };
    if (await run(() => trpc.catalogue.createPlatform.mutate(created))) router.push(`/p/${created.key}`);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      <Part title={t('setUp.platform')}>
        <PlatformFields fields={platform} timeZones={timeZones} />
      </Part>
      <Part title={t('setUp.capabilities')} about={t('setUp.capabilitiesAbout')}>
        <CapabilityChoice capabilities={capabilities} chosen={chosen} onChange={setChosen} />
      </Part>
      <FormActions error={error} busy={busy} label={t('settings.platform.create')} />
    </form>
  );
}
