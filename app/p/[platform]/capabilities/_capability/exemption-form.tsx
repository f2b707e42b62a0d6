'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../_ui/input.tsx';
import { ChoiceList } from './choice-list.tsx';
import type { ClaimPlace } from './criterion-actions.tsx';
import { sendClaim } from './send-claim.ts';

const KINDS = ['exemption', 'not_applicable'] as const;
type Kind = (typeof KINDS)[number];

const inAYear = (today: string) => new Date(Date.parse(today) + 365 * 86_400_000).toISOString().slice(0, 10);

/** Asks that a criterion counts as met for a time, or that it leaves the sums. A second person decides. */
export function ExemptionForm({ place, today, onDone }: { place: ClaimPlace; today: string; onDone: () => void }) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [kind, setKind] = useState<Kind>('exemption');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await run(() =>
      sendClaim.request({ ...place, kind, reason, expiresOn: kind === 'exemption' ? until : undefined }),
    );
    if (!sent) return;
    onDone();
    router.refresh();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      className="grid gap-3 rounded-md border border-hairline bg-sunken p-3"
    >
      <ChoiceList
        legend={t('capability.exemptForm.title')}
        choices={KINDS.map((value) => ({ value, label: t(`capability.exemptForm.${value}`) }))}
        chosen={kind}
        onChoose={setKind}
      />
      <Field
        label={t('capability.exemptForm.reason')}
        hint={t('capability.exemptForm.reasonHint')}
        required
        error={error}
      >
        {(control) => (
          <Textarea
            {...control}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            minLength={10}
            maxLength={2000}
          />
        )}
      </Field>
      {kind === 'exemption' ? (
        <Field label={t('capability.exemptForm.until')} hint={t('capability.exemptForm.untilHint')} required>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={today}
              max={inAYear(today)}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('capability.exemptForm.submit')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('capability.actions.cancel')}
        </Button>
      </div>
    </form>
  );
}
