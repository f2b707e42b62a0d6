'use client';

import type { FormEvent } from 'react';
import { useText } from '../../../../../_messages/use-text.tsx';
import { Button } from '../../../../../_ui/button.tsx';
import { Refused } from '../../../../../_ui/refused.tsx';
import { CheckResult } from './check-result.tsx';
import { QueriesField } from './queries-field.tsx';
import { SettingsSection } from './settings-section.tsx';
import { type SourceFormProps, useSourceForm } from './use-source-form.ts';

/** The form of a source, drawn from what its kind asks for; it can be checked before it is saved. */
export function SourceEditor(props: SourceFormProps) {
  const t = useText();
  const { form, source } = props;
  const { fields, value, change, checked, check, save, doing, error } = useSourceForm(props);
  const idle = doing === null && value.queries.length > 0;

  async function submit(event: FormEvent) {
    event.preventDefault();
    await save();
  }

  return (
    <form onSubmit={submit} className="flex max-w-2xl flex-col gap-8">
      <SettingsSection
        form={form}
        fields={fields}
        kept={source ?? { secrets: [], allowed: [] }}
        value={value}
        onChange={change}
      />
      <QueriesField form={form} queries={value.queries} onChange={(queries) => change({ queries })} />
      {checked === null ? null : <CheckResult checked={checked} metrics={form.metrics} />}
      <div className="flex flex-col gap-3">
        <Refused>{error}</Refused>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={!idle}>
            {t(doing === 'saving' ? 'sources.form.saving' : 'sources.form.save')}
          </Button>
          <Button disabled={!idle} onClick={check}>
            {t(doing === 'checking' ? 'sources.form.checking' : 'sources.form.check')}
          </Button>
        </div>
      </div>
    </form>
  );
}
