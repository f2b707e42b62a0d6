'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { trpc } from '../../../_trpc/client.tsx';
import { useAction } from '../../../_trpc/use-action.ts';
import { Field } from '../../../_ui/field.tsx';
import { Input } from '../../../_ui/input.tsx';
import { MonthField, TimeZoneField } from '../../../set-up/[token]/platform-fields.tsx';
import { FormActions } from './form-actions.tsx';

type Platform = { key: string; name: string; timeZone: string; fiscalYearStartMonth: number };

export function PlatformForm({
  platform,
  timeZones,
  editable,
}: {
  platform: Platform;
  timeZones: string[];
  editable: boolean;
}) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [value, setValue] = useState(platform);
  const [saved, setSaved] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSaved(false);
    const { key, ...change } = value;
    if (await run(() => trpc.catalogue.updatePlatform.mutate({ platform: key, ...change }))) {
      setSaved(true);
      router.refresh();
    }
  }

  return (
    <form onSubmit={submit}>
      <fieldset disabled={!editable} className="flex max-w-md flex-col gap-4">
        <Field label={t('settings.platform.name')} required>
          {(control) => (
            <Input
              {...control}
              maxLength={80}
              value={value.name}
              onChange={(event) => setValue({ ...value, name: event.target.value })}
            />
          )}
        </Field>
        <TimeZoneField
          value={value.timeZone}
          timeZones={timeZones}
          onChange={(timeZone) => setValue({ ...value, timeZone })}
        />
        <MonthField
          value={value.fiscalYearStartMonth}
          onChange={(fiscalYearStartMonth) => setValue({ ...value, fiscalYearStartMonth })}
        />
        {editable ? (
          <FormActions error={error} busy={busy}>
            <span role="status" className="text-muted">
              {saved ? t('settings.saved') : ''}
            </span>
          </FormActions>
        ) : (
          <p className="text-muted">{t('settings.platform.readOnly')}</p>
        )}
      </fieldset>
    </form>
  );
}
