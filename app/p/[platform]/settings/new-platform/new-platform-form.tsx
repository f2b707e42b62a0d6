'use client';

import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Part } from '../../../../set-up/[token]/part.tsx';
import { PlatformFields, usePlatformFields } from '../../../../set-up/[token]/platform-fields.tsx';
import { FormActions } from '../form-actions.tsx';

/** Names a platform; what it offers is chosen in its first run, from everything that the rubric knows. */
export function NewPlatformForm({ capabilities, timeZones }: { capabilities: string[]; timeZones: string[] }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const platform = usePlatformFields(timeZones);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const created = { ...platform.value, capabilities };
    if (await run(() => trpc.catalogue.createPlatform.mutate(created))) router.push(`/p/${created.key}/start`);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      <Part title={t('setUp.platform')}>
        <PlatformFields fields={platform} timeZones={timeZones} />
      </Part>
      <FormActions error={error} busy={busy} label={t('settings.platform.create')} />
    </form>
  );
}
