'use client';

import Link from 'next/link';
import { formatDateTime } from '../../../_messages/format.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { Field } from '../../../_ui/field.tsx';
import { Select, Textarea } from '../../../_ui/input.tsx';
import type { Suggested } from './reports-data.ts';

/** `asOf` null: now. */
type Value = { period: string; asOf: string | null; correction: string };

/** Which quarter and as of when; of a published one also why it is frozen anew. */
export function FreezeFields({
  value,
  onChange,
  platform,
  suggested,
  isPublished,
}: {
  value: Value;
  onChange: (value: Value) => void;
  platform: string;
  suggested: Suggested;
  isPublished: boolean;
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
      {isPublished ? <CorrectionField value={value} onChange={onChange} /> : null}
      <Link className="link self-start text-sm" prefetch={false} href={`/p/${platform}/reports/draft/${value.period}`}>
        {t('reports.draft.open')}
      </Link>
    </>
  );
}

/** Why a published quarter is frozen anew. */
function CorrectionField({ value, onChange }: { value: Value; onChange: (value: Value) => void }) {
  const t = useText();
  return (
    <Field label={t('reports.freeze.correction')} hint={t('reports.freeze.correctionHint')} required>
      {(control) => (
        <Textarea
          {...control}
          maxLength={500}
          value={value.correction}
          onChange={({ target }) => onChange({ ...value, correction: target.value })}
        />
      )}
    </Field>
  );
}
