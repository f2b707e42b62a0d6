'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { AllowedField } from '../../../../../_ui/allowed-field.tsx';
import { Choice } from '../../choice.tsx';
import { TextField } from '../../text-field.tsx';
import type { TrackerDraft } from './draft.ts';
import type { TrackerField, TrackerForm } from './tracker-data.ts';
import { TrackerSetting } from './tracker-setting.tsx';
import { intervalName } from './tracker-words.ts';

type Props = {
  form: TrackerForm;
  fields: TrackerField[];
  kept: { secrets: string[]; allowed: string[] };
  value: TrackerDraft;
  onChange: (part: Partial<TrackerDraft>) => void;
};

/** Where a tracker is and how it is called, drawn from the fields of its kind. */
export function SettingsSection({ form, fields, kept, value, onChange }: Props) {
  const t = useText();
  const draw = (field: TrackerField) => (
    <TrackerSetting
      key={field.name}
      kind={value.kind}
      field={field}
      kept={kept.secrets.includes(field.name)}
      value={value.settings[field.name] ?? ''}
      onChange={(text) => onChange({ settings: { ...value.settings, [field.name]: text } })}
    />
  );
  return (
    <>
      <TextField
        label={t('trackers.form.name')}
        hint={t('trackers.form.nameHint')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => onChange({ name })}
      />
      {fields.filter(({ rare }) => !rare).map(draw)}
      <Choice
        label={t('trackers.form.interval')}
        hint={t('trackers.form.intervalHint')}
        value={value.interval}
        options={form.intervals.map((minutes) => ({ value: String(minutes), label: intervalName(t, minutes) }))}
        onChange={(interval) => onChange({ interval })}
      />
      <AllowedField
        kind="trackers"
        mayAllow={form.mayAllow}
        allowed={kept.allowed}
        value={value.allowed}
        onChange={(allowed) => onChange({ allowed })}
      />
      <details>
        <summary className="cursor-pointer font-medium">{t('trackers.form.more')}</summary>
        <div className="mt-4 flex flex-col gap-4">{fields.filter(({ rare }) => rare).map(draw)}</div>
      </details>
    </>
  );
}
