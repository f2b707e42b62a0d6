'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ExemptionForm } from './exemption-form.tsx';

export type ClaimPlace = { platform: string; criterion: string; capability: string | null };

/** What one may do about a criterion, right where it stands: answer it, or ask to be exempt. One form at a time. */
export function CriterionActions({
  place,
  answers,
  linkRequired,
  mayAsk,
  improve,
  today,
}: {
  place: ClaimPlace;
  /** null: only metrics and surveys decide */
  answers: string[] | null;
  linkRequired: boolean;
  /** nothing asked for before is open or in force */
  mayAsk: boolean;
  /** where an improvement of it is proposed; null: it is where it should be */
  improve: string | null;
  today: string;
}) {
  const t = useText();
  const [open, setOpen] = useState<'attest' | 'exempt' | null>(null);
  const close = () => setOpen(null);
  if (open === 'attest' && answers !== null) {
    return <AnswerForm place={place} answers={answers} linkRequired={linkRequired} onDone={close} />;
  }
  if (open === 'exempt') return <ExemptionForm place={place} today={today} onDone={close} />;
  return (
    <div className="flex flex-wrap gap-2">
      {answers === null ? null : (
        <Button variant="primary" onClick={() => setOpen('attest')}>
          {t('capability.actions.attest')}
        </Button>
      )}
      {mayAsk ? <Button onClick={() => setOpen('exempt')}>{t('capability.actions.exempt')}</Button> : null}
      {improve === null ? null : <ButtonLink href={improve}>{t('capability.actions.improve')}</ButtonLink>}
    </div>
  );
}
