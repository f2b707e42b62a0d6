'use client';

import { type FormEvent, useState } from 'react';
import { useText } from '../_messages/use-text.tsx';
import { postAuth } from '../_trpc/post-auth.ts';
import { useAction } from '../_trpc/use-action.ts';
import { Button } from '../_ui/button.tsx';
import { Field } from '../_ui/field.tsx';
import { Input } from '../_ui/input.tsx';
import { Refused } from '../_ui/refused.tsx';

export function SignInForm({ next }: { next: string }) {
  const t = useText();
  const { run, busy, error } = useAction();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await run(() => postAuth('sign-in/email', { email, password }))) window.location.assign(next);
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <Refused>{error}</Refused>
      <Field label={t('signIn.email')} required>
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('signIn.password')} required>
        {(control) => (
          <Input
            {...control}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={busy} className="self-start">
        {t(busy ? 'signIn.busy' : 'signIn.submit')}
      </Button>
    </form>
  );
}
