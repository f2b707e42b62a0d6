'use client';

import { useState } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { AllowedField } from '../../../../../_ui/allowed-field.tsx';
import { Choice } from '../../../settings/choice.tsx';
import { TextField } from '../../../settings/text-field.tsx';
import { isAsked, type SourceDraft } from './draft.ts';
import { SettingField } from './setting-field.tsx';
import { intervalName } from './source-words.ts';
import type { SourceField, SourceForm } from './sources-data.ts';

type Props = {
  form: SourceForm;
  fields: SourceField[];
  kept: { secrets: string[]; allowed: string[] };
  value: SourceDraft;
  onChange: (part: Partial<SourceDraft>) => void;
};

/** Where a source is and how it is asked, drawn from the fields of its kind. */
export function SettingsSection({ form, fields, kept, value, onChange }: Props) {
  const t = useText();
  // only at the beginning: what somebody empties must not fold away under their hands
  const [unfolded] = useState(() => fields.some((field) => field.rare && isGiven(field, value)));
  const asked = fields.filter((field) => field.kind !== 'queries' && isAsked(field, value.settings));
  const draw = (field: SourceField) => (
    <SettingField
      key={field.name}
      field={field}
      kept={kept.secrets.includes(field.name)}
      value={value.settings[field.name] ?? ''}
      onChange={(text) => onChange({ settings: { ...value.settings, [field.name]: text } })}
    />
  );
  return (
    <section className="flex flex-col gap-4">
      <TextField
        label={t('sources.form.name')}
        hint={t('sources.form.nameHint')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => onChange({ name })}
      />
      {asked.filter(({ rare }) => !rare).map(draw)}
      <Choice
        label={t('sources.form.interval')}
        value={value.interval}
        options={form.intervals.map((minutes) => ({ value: String(minutes), label: intervalName(t, minutes) }))}
        onChange={(interval) => onChange({ interval })}
      />
      <AllowedField
        kind="sources"
        mayAllow={form.mayAllow}
        allowed={kept.allowed}
        value={value.allowed}
        onChange={(allowed) => onChange({ allowed })}
      />
      <details open={unfolded}>
        <summary className="cursor-pointer font-medium">{t('sources.form.more')}</summary>
        <div className="mt-4 flex flex-col gap-4">{asked.filter(({ rare }) => rare).map(draw)}</div>
      </details>
    </section>
  );
}

const isGiven = ({ name, initial }: SourceField, { settings }: SourceDraft): boolean =>
  (settings[name] ?? '') !== String(initial ?? '');
