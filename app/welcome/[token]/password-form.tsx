'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../../_messages/use-text.tsx';
import { trpc } from '../../_trpc/client.tsx';
import { postAuth } from '../../_trpc/post-auth.ts';
import { useAction } from '../../_trpc/use-action.ts';
import { Button } from '../../_ui/button.tsx';
import { Field } from '../../_ui/field.tsx';
import { Input } from '../../_ui/input.tsx';

export function PasswordForm({ token, email }: { token: string; email: string }) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [password, setPassword] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    const done = await run(async () => {
      await trpc.people.setPassword.mutate({ token, password });
      await postAuth('sign-in/email', { email, password });
    });
    if (done) window.location.assign('/');
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label={t('signIn.welcome.password')} hint={t('signIn.welcome.hint')} error={error} required>
        {(control) => (
          <Input
            {...control}
            type="password"
            name="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={busy} className="self-start">
        {t(busy ? 'signIn.welcome.busy' : 'signIn.welcome.submit')}
      </Button>
    </form>
  );
}
