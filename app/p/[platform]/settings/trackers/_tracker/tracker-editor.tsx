'use client';

import type { FormEvent } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { Refused } from '../../../../../_ui/refused.tsx';
import { Choice } from '../../choice.tsx';
import { SettingsSection } from './settings-section.tsx';
import type { Checked } from './tracker-data.ts';
import { kindName } from './tracker-words.ts';
import { type TrackerFormProps, useTrackerForm } from './use-tracker-form.ts';

/** The form of a tracker, drawn from what its kind asks for; it can be checked before it is saved. */
export function TrackerEditor(props: TrackerFormProps) {
  const t = useText();
  const { form, tracker } = props;
  const { fields, value, change, chooseKind, checked, check, save, doing, error } = useTrackerForm(props);
  const direction = form.kinds.find(({ kind }) => kind === value.kind)?.direction ?? 'both';

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
      <SettingsSection
        form={form}
        fields={fields}
        kept={tracker ?? { secrets: [], allowed: [] }}
        value={value}
        onChange={change}
      />
      <Feedback checked={checked} error={error} />
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

/** What a check found, and why something was refused. */
function Feedback({ checked, error }: { checked: Checked | null; error: string | null }) {
  const t = useText();
  return (
    <>
      {checked === null ? null : (
        <Notice tone={checked.problem === null ? 'info' : 'broken'} live>
          {checked.problem === null ? t('trackers.form.checked', { place: checked.place ?? '' }) : checked.problem}{' '}
          {checked.detail}
        </Notice>
      )}
      <Refused>{error}</Refused>
    </>
  );
}
