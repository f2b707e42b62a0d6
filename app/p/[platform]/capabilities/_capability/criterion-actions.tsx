'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { AnswerForm } from './answer-form.tsx';
import type { Criterion } from './capability-data.ts';
import { ExemptionForm } from './exemption-form.tsx';

export type ClaimPlace = { platform: string; criterion: string; capability: string | null };

/** What one may do about a criterion, right where it stands: answer it, or ask to be exempt. One form at a time. */
export function CriterionActions({
  place,
  criterion,
  mayAnswer,
  mayAsk,
  improve,
  today,
}: {
  place: ClaimPlace;
  criterion: Pick<Criterion, 'answerable' | 'answerNames' | 'quality' | 'notApplicableAdvice'>;
  mayAnswer: boolean;
  /** nothing asked for before is open or in force */
  mayAsk: boolean;
  /** where an improvement of it is proposed; null: it is where it should be */
  improve: string | null;
  today: string;
}) {
  const t = useText();
  const [open, setOpen] = useState<'attest' | 'exempt' | null>(null);
  const close = () => setOpen(null);
  // null: only metrics and surveys decide
  const asked = mayAnswer ? criterion.answerable : null;
  if (open === 'attest' && asked !== null) {
    const { answers, linkRequired } = asked;
    const { answerNames: names, quality } = criterion;
    return <AnswerForm {...{ place, answers, names, quality, linkRequired }} onDone={close} />;
  }
  if (open === 'exempt') {
    return <ExemptionForm place={place} advice={criterion.notApplicableAdvice} today={today} onDone={close} />;
  }
  return (
    <div className="flex flex-wrap gap-2">
      {asked === null ? null : (
        <Button variant="primary" onClick={() => setOpen('attest')}>
          {t('capability.actions.attest')}
        </Button>
      )}
      {mayAsk ? <Button onClick={() => setOpen('exempt')}>{t('capability.actions.exempt')}</Button> : null}
      {improve === null ? null : <ButtonLink href={improve}>{t('capability.actions.improve')}</ButtonLink>}
    </div>
  );
}
