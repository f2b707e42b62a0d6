'use client';

import type { FormEvent } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Choice } from '../../choice.tsx';
import { TextField } from '../../text-field.tsx';
import { TrackerAllowed } from './tracker-allowed.tsx';
import type { TrackerField } from './tracker-data.ts';
import { TrackerSetting } from './tracker-setting.tsx';
import { intervalName, kindName } from './tracker-words.ts';
import { type TrackerFormProps, useTrackerForm } from './use-tracker-form.ts';

/** The form of a tracker, drawn from what its kind asks for; it can be checked before it is saved. */
export function TrackerEditor(props: TrackerFormProps) {
  const t = useText();
  const { form, tracker } = props;
  const { fields, value, change, chooseKind, checked, check, save, doing, error } = useTrackerForm(props);
  const direction = form.kinds.find(({ kind }) => kind === value.kind)?.direction ?? 'both';
  const draw = (field: TrackerField) => (
    <TrackerSetting
      key={field.name}
      kind={value.kind}
      field={field}
      kept={tracker?.secrets.includes(field.name) ?? false}
      value={value.settings[field.name] ?? ''}
      onChange={(text) => change({ settings: { ...value.settings, [field.name]: text } })}
    />
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    await save();
  }

  return (
    <form onSubmit={submit} className="flex max-w-2xl flex-col gap-4">
      {tracker === null ? (
        <Choice
          label={t('trackers.form.kind')}
          hint={t(`trackers.directions.${direction}`)}
          value={value.kind}
          options={form.kinds.map(({ kind }) => ({ value: kind, label: kindName(t, kind) }))}
          onChange={chooseKind}
        />
      ) : null}
      <TextField
        label={t('trackers.form.name')}
        hint={t('trackers.form.nameHint')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      {fields.filter(({ rare }) => !rare).map(draw)}
      <Choice
        label={t('trackers.form.interval')}
        hint={t('trackers.form.intervalHint')}
        value={value.interval}
        options={form.intervals.map((minutes) => ({ value: String(minutes), label: intervalName(t, minutes) }))}
        onChange={(interval) => change({ interval })}
      />
      <TrackerAllowed
        mayAllow={form.mayAllow}
        allowed={tracker?.allowed ?? []}
        value={value.allowed}
        onChange={(allowed) => change({ allowed })}
      />
      <details>
        <summary className="cursor-pointer font-medium">{t('trackers.form.more')}</summary>
        <div className="mt-4 flex flex-col gap-4">{fields.filter(({ rare }) => rare).map(draw)}</div>
      </details>
      {checked === null ? null : (
        <Notice tone={checked.problem === null ? 'info' : 'broken'} live>
          {checked.problem === null ? t('trackers.form.checked', { place: checked.place ?? '' }) : checked.problem}{' '}
          {checked.detail}
        </Notice>
      )}
      {error ? (
        <Notice tone="broken" live>
          {error}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={doing !== null}>
          {t(doing === 'saving' ? 'trackers.form.saving' : 'trackers.form.save')}
        </Button>
        <Button disabled={doing !== null} onClick={check}>
          {t(doing === 'checking' ? 'trackers.form.checking' : 'trackers.form.check')}
        </Button>
      </div>
    </form>
  );
}
