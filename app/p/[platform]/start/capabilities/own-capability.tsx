import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input } from '../../../../_ui/input.tsx';
import { keyOf } from '../../../../set-up/[token]/key-of.ts';
import type { Choice } from '../first-run-data.ts';

/** Adds a capability that the white paper does not know. */
export function OwnCapability({ rows, onAdd }: { rows: Choice[]; onAdd: (own: Choice) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [taken, setTaken] = useState(false);

  function add(event: FormEvent) {
    event.preventDefault();
    const trimmed = name.trim();
    if (trimmed === '') return;
    const isTaken = rows.some((row) => row.name.toLowerCase() === trimmed.toLowerCase());
    setTaken(isTaken);
    if (isTaken) return;
    onAdd({
      ...{ key: freeKey(trimmed, rows), name: trimmed, description: '' },
      ...{ consumption: 'requested', mandatory: false, own: true, chosen: true },
    });
    setName('');
  }

  return (
    <form onSubmit={add} className="mt-4 flex max-w-md items-end gap-2">
      <div className="grow">
        <Field
          label={t('start.choice.own')}
          hint={t('start.choice.ownHint')}
          error={taken ? t('start.choice.taken') : undefined}
        >
          {(control) => (
            <Input {...control} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      </div>
      <Button type="submit">{t('start.choice.add')}</Button>
    </form>
  );
}

/** A key from the name, or a numbered one where the name has no letter of the alphabet or its key is taken. */
function freeKey(name: string, rows: Choice[]): string {
  const wanted = keyOf(name) || 'capability';
  const isFree = (key: string) => !rows.some((row) => row.key === key);
  if (isFree(wanted)) return wanted;
  let number = 2;
  while (!isFree(`${wanted.slice(0, 50)}-${number}`)) number += 1;
  return `${wanted.slice(0, 50)}-${number}`;
}
