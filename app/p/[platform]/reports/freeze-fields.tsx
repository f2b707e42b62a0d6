'use client';

import { formatDateTime } from '../../../_messages/format.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { Field } from '../../../_ui/field.tsx';
import { Select, Textarea } from '../../../_ui/input.tsx';
import type { Suggested } from './reports-data.ts';

/** `asOf` null: now. */
type Value = { period: string; asOf: string | null; note: string };

/** Which quarter, as of when, and what its readers should know. */
export function FreezeFields({
  value,
  onChange,
  suggested,
}: {
  value: Value;
  onChange: (value: Value) => void;
  suggested: Suggested;
}) {
  const t = useText();
  const end = suggested.periods.find(({ label }) => label === value.period)?.endsAt;
  const ended = end !== undefined && end <= suggested.now ? end : null;
  return (
    <>
      <Field label={t('reports.freeze.period')} hint={t('reports.freeze.periodHint')}>
        {(control) => (
          <Select
            {...control}
            value={value.period}
            onChange={({ target }) => onChange({ ...value, period: target.value, asOf: null })}
          >
            {suggested.periods.map(({ label }) => (
              <option key={label}>{label}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('reports.freeze.when')}>
        {(control) => (
          <Select
            {...control}
            value={value.asOf ?? ''}
            onChange={({ target }) => onChange({ ...value, asOf: target.value === '' ? null : target.value })}
          >
            <option value="">{t('reports.freeze.now')}</option>
            {ended === null ? null : (
              <option value={ended}>
                {t('reports.freeze.end', { time: formatDateTime(ended, t.locale, suggested.timeZone) })}
              </option>
            )}
          </Select>
        )}
      </Field>
      <Field label={t('reports.freeze.note')} hint={t('reports.freeze.noteHint')}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={2000}
            value={value.note}
            onChange={({ target }) => onChange({ ...value, note: target.value })}
          />
        )}
      </Field>
    </>
  );
}
