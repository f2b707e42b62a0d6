'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { FormActions } from '../form-actions.tsx';
import { OnceSecret } from '../once-secret.tsx';
import { emptyToken, TokenFields, type TokenScope } from './token-fields.tsx';

/** Makes a token and shows it, once. */
export function AddToken({
  platform,
  scopes,
  everywhere,
}: {
  platform: string;
  scopes: TokenScope[];
  everywhere: boolean;
}) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(emptyToken);
  const [token, setToken] = useState<string | null>(null);

  function change(next: boolean) {
    if (next) {
      setValue(emptyToken);
      setToken(null);
    } else router.refresh();
    setOpen(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { name, scopes: wanted, where, days } = value;
    const request = { name, scopes: wanted, platform: where === 'here' ? platform : null, expiresInDays: Number(days) };
    await run(async () => setToken((await trpc.people.createToken.mutate(request)).token));
  }

  return (
    <Dialog
      title={token === null ? t('settings.tokens.add') : t('settings.tokens.madeTitle', { name: value.name })}
      description={token === null ? undefined : t('settings.tokens.madeAbout')}
      open={open}
      onOpenChange={change}
      trigger={<Button variant="primary">{t('settings.tokens.add')}</Button>}
    >
      {token === null ? (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <TokenFields value={value} onChange={setValue} scopes={scopes} everywhere={everywhere} />
          <FormActions error={error} busy={busy} label={t('settings.tokens.add')} />
        </form>
      ) : (
        <OnceSecret label={t('settings.tokens.tokenLabel')} value={token} onDone={() => change(false)} />
      )}
    </Dialog>
  );
}
