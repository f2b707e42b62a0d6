'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../../_ui/input.tsx';
import type { TrackerField } from './tracker-data.ts';
import { FIELD_WORDS } from './tracker-words.ts';

type Props = { kind: string; field: TrackerField; kept: boolean; value: string; onChange: (text: string) => void };

const typeOf = ({ kind }: TrackerField) => (kind === 'address' ? 'url' : kind === 'secret' ? 'password' : 'text');

/** One setting of a tracker, drawn as its kind of field asks for. */
export function TrackerSetting({ kind, field, kept, value, onChange }: Props) {
  const t = useText();
  const words = FIELD_WORDS[kind]?.[field.name];
  const hint = words?.hint === undefined ? undefined : t(words.hint);
  const label = words === undefined ? field.name : t(words.label);
  const isSecret = field.kind === 'secret';
  return (
    <Field label={label} hint={kept ? t('trackers.form.secretKept') : hint} required={field.required && !kept}>
      {(control) =>
        field.kind === 'lines' ? (
          <Textarea
            {...control}
            className="figures text-xs"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            type={typeOf(field)}
            autoComplete={isSecret ? 'new-password' : 'off'}
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}
