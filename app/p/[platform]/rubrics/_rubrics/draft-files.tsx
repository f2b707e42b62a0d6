'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { trpc } from '../../../../_trpc/client.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input } from '../../../../_ui/input.tsx';

type Props = { platform: string; draft: { id: string; version: number }; path: string; current: string };

/** Adds a file to a draft, or takes the one shown away. */
export function DraftFiles({ platform, draft, path, current }: Props) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [name, setName] = useState('');
  const base = { platform, draft: draft.id, version: draft.version };

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!(await run(() => trpc.rubrics.saveDraftFile.mutate({ ...base, file: name, text: '' })))) return;
    setName('');
    router.push(`${path}?file=${encodeURIComponent(name)}`);
    router.refresh();
  }

  async function remove() {
    if (!(await run(() => trpc.rubrics.saveDraftFile.mutate({ ...base, file: current, text: null })))) return;
    router.push(path);
    router.refresh();
  }

  return (
    <form onSubmit={add} className="flex flex-col gap-2 border-t border-hairline pt-3">
      <Field label={t('rubrics.draft.name')} hint={t('rubrics.draft.addHint')} error={error}>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy || name === ''}>
          {t('rubrics.draft.add')}
        </Button>
        {current === 'pack.yaml' ? null : (
          <Button variant="quiet" disabled={busy} onClick={remove}>
            {t('rubrics.draft.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
