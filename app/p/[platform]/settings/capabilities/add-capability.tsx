'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Dialog } from '../../../../_ui/dialog.tsx';
import { Choice } from '../choice.tsx';
import { FormActions } from '../form-actions.tsx';
import { KEY_PATTERN, TextField } from '../text-field.tsx';
import type { Addable } from './catalogue.ts';

const OWN = '';

/** One of the rubric's capabilities that the platform lacks, or one of its own. */
export function AddCapability({ platform, addable }: { platform: string; addable: Addable[] }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(addable[0]?.key ?? OWN);
  const [own, setOwn] = useState({ key: '', name: '' });
  const known = addable.find(({ key }) => key === from);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const capability = known === undefined ? own : { key: known.key };
    if (await run(() => trpc.catalogue.saveCapability.mutate({ platform, ...capability }))) {
      setOpen(false);
      setFrom(addable.find(({ key }) => key !== from)?.key ?? OWN);
      setOwn({ key: '', name: '' });
      router.refresh();
    }
  }

  return (
    <Dialog
      title={t('settings.capabilities.add')}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('settings.capabilities.add')}</Button>}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Choice
          label={t('settings.capabilities.from')}
          hint={known?.description}
          value={known?.key ?? OWN}
          options={[
            ...addable.map(({ key, name }) => ({ value: key, label: name })),
            { value: OWN, label: t('settings.capabilities.own') },
          ]}
          onChange={setFrom}
        />
        {known === undefined ? <OwnFields value={own} onChange={setOwn} /> : null}
        <FormActions error={error} busy={busy} label={t('settings.capabilities.add')} />
      </form>
    </Dialog>
  );
}

type Own = { key: string; name: string };

function OwnFields({ value: own, onChange: setOwn }: { value: Own; onChange: (own: Own) => void }) {
  const t = useText();
  return (
    <>
      <TextField
        label={t('settings.capabilities.name')}
        required
        maxLength={80}
        value={own.name}
        onChange={(name) => setOwn({ ...own, name })}
      />
      <TextField
        label={t('settings.capabilities.ownKey')}
        hint={t('settings.capabilities.ownKeyHint')}
        required
        maxLength={60}
        pattern={KEY_PATTERN}
        value={own.key}
        onChange={(key) => setOwn({ ...own, key })}
      />
    </>
  );
}
