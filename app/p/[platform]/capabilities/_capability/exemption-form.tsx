'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../_ui/input.tsx';
import { ChoiceList } from './choice-list.tsx';
import { ClaimForm } from './claim-form.tsx';
import type { ClaimPlace } from './criterion-actions.tsx';
import { sendClaim } from './send-claim.ts';

const KINDS = ['exemption', 'not_applicable'] as const;
type Kind = (typeof KINDS)[number];

const inAYear = (today: string) => new Date(Date.parse(today) + 365 * 86_400_000).toISOString().slice(0, 10);

type Props = {
  place: ClaimPlace;
  /** what the rubric says to whoever thinks that a criterion does not apply */
  advice?: string | null;
  today: string;
  onDone: () => void;
};

/** Asks that a criterion counts as met for a time, or that it leaves the sums. A second person decides. */
export function ExemptionForm({ place, advice = null, today, onDone }: Props) {
  const t = useText();
  const [kind, setKind] = useState<Kind>('exemption');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const isTimed = kind === 'exemption';
  const bounds = { type: 'date', min: today, max: inAYear(today) } as const;
  const length = { minLength: 10, maxLength: 2000 };
  return (
    <ClaimForm
      submit={t('capability.exemptForm.submit')}
      onSend={() => sendClaim.request({ ...place, kind, reason, expiresOn: isTimed ? until : undefined })}
      onDone={onDone}
    >
      {(error) => (
        <>
          <ChoiceList
            legend={t('capability.exemptForm.title')}
            choices={KINDS.map((value) => ({ value, label: t(`capability.exemptForm.${value}`) }))}
            chosen={kind}
            onChoose={setKind}
          />
          {kind === 'not_applicable' && advice !== null ? (
            <p className="rounded-md bg-needs-you-soft p-2.5 text-sm">{advice}</p>
          ) : null}
          <Field
            label={t('capability.exemptForm.reason')}
            hint={t('capability.exemptForm.reasonHint')}
            required
            error={error}
          >
            {(control) => (
              <Textarea {...control} {...length} value={reason} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          {isTimed ? (
            <Field label={t('capability.exemptForm.until')} hint={t('capability.exemptForm.untilHint')} required>
              {(control) => (
                <Input {...control} {...bounds} value={until} onChange={(event) => setUntil(event.target.value)} />
              )}
            </Field>
          ) : null}
        </>
      )}
    </ClaimForm>
  );
}
