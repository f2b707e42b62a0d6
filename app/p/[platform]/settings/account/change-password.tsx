'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { postAuth } from '../../../../_trpc/post-auth.ts';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Field } from '../../../../_ui/field.tsx';
import { Input } from '../../../../_ui/input.tsx';
import { FormActions } from '../form-actions.tsx';

const EMPTY = { currentPassword: '', newPassword: '' };

export function ChangePassword({ email }: { email: string }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [value, setValue] = useState(EMPTY);
  const [changed, setChanged] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setChanged(false);
    if (await run(() => postAuth('change-password', { ...value, revokeOtherSessions: true }))) {
      setChanged(true);
      setValue(EMPTY);
      router.refresh();
    }
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-sm flex-col gap-4">
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('settings.account.current')} required>
        {(control) => (
          <Input
            {...control}
            type="password"
            name="current-password"
            autoComplete="current-password"
            value={value.currentPassword}
            onChange={(event) => setValue({ ...value, currentPassword: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('settings.account.new')} hint={t('settings.account.newHint')} required>
        {(control) => (
          <Input
            {...control}
            type="password"
            name="new-password"
            autoComplete="new-password"
            minLength={12}
            maxLength={128}
            value={value.newPassword}
            onChange={(event) => setValue({ ...value, newPassword: event.target.value })}
          />
        )}
      </Field>
      <FormActions error={error} busy={busy} label={t('settings.account.change')}>
        <span role="status" className="text-muted">
          {changed ? t('settings.account.changed') : ''}
        </span>
      </FormActions>
    </form>
  );
}
