'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input, Select, Textarea } from '../../../../../_ui/input.tsx';
import { FIELD_WORDS } from './source-words.ts';
import type { SourceField } from './sources-data.ts';

type Props = { field: SourceField; kept: boolean; value: string; onChange: (text: string) => void };

const TYPES = { address: 'url', text: 'text', secret: 'password', number: 'number' } as const;

/** One setting of a source, drawn as its kind of field asks for. */
export function SettingField({ field, kept, value, onChange }: Props) {
  const t = useText();
  const words = FIELD_WORDS[field.name];
  const hint = words?.hint === undefined ? undefined : t(words.hint);
  const label = words === undefined ? field.name : t(words.label);
  const { kind } = field;
  return (
    <Field label={label} hint={kept ? t('sources.form.secretKept') : hint} required={field.required}>
      {(control) => {
        const shared = { ...control, value };
        if (kind === 'choice') {
          return (
            <Select {...shared} onChange={(event) => onChange(event.target.value)}>
              {field.options.map((option) => {
                const key = words?.options?.[option];
                return (
                  <option key={option} value={option}>
                    {key === undefined ? option : t(key)}
                  </option>
                );
              })}
            </Select>
          );
        }
        if (kind === 'lines' || kind === 'queries') {
          return (
            <Textarea
              {...shared}
              className="figures text-xs"
              spellCheck={false}
              onChange={(event) => onChange(event.target.value)}
            />
          );
        }
        return (
          <Input
            {...shared}
            type={TYPES[kind]}
            autoComplete={kind === 'secret' ? 'new-password' : 'off'}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}
