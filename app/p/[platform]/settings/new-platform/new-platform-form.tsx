'use client';

import type { inferRouterOutputs } from '@trpc/server';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import type { AppRouter } from '#server/router.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Field } from '../../../../_ui/field.tsx';
import { Select } from '../../../../_ui/input.tsx';
import { PlatformFields, usePlatformFields } from '../../../../set-up/[token]/platform-fields.tsx';
import { FormActions } from '../form-actions.tsx';

type Offer = inferRouterOutputs<AppRouter>['catalogue']['readOffer'];

/** Names a platform and the rubric it is scored by; what it offers is chosen in its first run, from everything that the rubric knows. */
export function NewPlatformForm({ offer, timeZones }: { offer: Offer; timeZones: string[] }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const platform = usePlatformFields(timeZones);
  const [pack, setPack] = useState(offer[0]?.pack ?? '');
  const chosen = offer.find((one) => one.pack === pack);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const created = { ...platform.value, pack, capabilities: chosen?.capabilities ?? [] };
    if (await run(() => trpc.catalogue.createPlatform.mutate(created))) router.push(`/p/${created.key}/start`);
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PlatformFields fields={platform} timeZones={timeZones} />
        <Field
          label={t('settings.platform.pack')}
          hint={
            chosen === undefined
              ? null
              : t('settings.platform.packHint', {
                  model: `${chosen.model.name} ${chosen.model.version}`,
                  aspects: chosen.aspects,
                  criteria: chosen.criteria,
                  license: chosen.license,
                })
          }
          required
        >
          {(control) => (
            <Select {...control} name="pack" value={pack} onChange={(event) => setPack(event.target.value)}>
              {offer.map((one) => (
                <option key={one.pack} value={one.pack}>
                  {one.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <FormActions error={error} busy={busy} label={t('settings.platform.create')} />
    </form>
  );
}
