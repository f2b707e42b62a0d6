'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Checkbox } from '../../../../_ui/input.tsx';
import { FormActions } from '../form-actions.tsx';
import { OnceSecret } from '../once-secret.tsx';
import { TextField } from '../text-field.tsx';

const NEW = { name: '', email: '', admin: false };

/** Makes an account and hands over the one-time link by which its person sets a password. */
export function AddPerson() {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState(NEW);
  const [link, setLink] = useState<string | null>(null);

  function change(next: boolean) {
    if (next) {
      setValue(NEW);
      setLink(null);
    } else router.refresh();
    setOpen(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    await run(async () => setLink((await trpc.people.createUser.mutate(value)).link));
  }

  return (
    <Dialog
      title={link === null ? t('settings.people.add') : t('settings.people.linkTitle', { name: value.name })}
      description={link === null ? undefined : t('settings.people.linkAbout')}
      open={open}
      onOpenChange={change}
      trigger={<Button variant="primary">{t('settings.people.add')}</Button>}
    >
      {link === null ? (
        <form onSubmit={submit} className="flex flex-col gap-4">
          <TextField
            label={t('settings.people.name')}
            required
            maxLength={80}
            value={value.name}
            onChange={(name) => setValue({ ...value, name })}
          />
          <TextField
            label={t('settings.people.email')}
            required
            type="email"
            value={value.email}
            onChange={(email) => setValue({ ...value, email })}
          />
          <Checkbox
            label={t('settings.people.admin')}
            checked={value.admin}
            onChange={(event) => setValue({ ...value, admin: event.target.checked })}
          />
          <FormActions error={error} busy={busy} label={t('settings.people.add')} />
        </form>
      ) : (
        <OnceSecret label={t('settings.people.linkLabel')} value={link} onDone={() => change(false)} />
      )}
    </Dialog>
  );
}
