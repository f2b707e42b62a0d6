'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Checkbox, Input, Textarea } from '../../../../_ui/input.tsx';
import type { Criterion } from './capability-data.ts';
import { answerWords } from './capability-words.ts';
import { ChoiceList } from './choice-list.tsx';
import { ClaimForm } from './claim-form.tsx';
import type { ClaimPlace } from './criterion-actions.tsx';
import { sendClaim } from './send-claim.ts';

type Props = {
  place: ClaimPlace;
  answers: string[];
  names: Criterion['answerNames'];
  /** what must hold, all of it, before any answer but the least */
  quality: string[];
  linkRequired: boolean;
  onDone: () => void;
};

/** Everything that must hold, and one's word that it does. */
function Quality({
  quality,
  holds,
  onChange,
}: {
  quality: string[];
  holds: boolean;
  onChange: (holds: boolean) => void;
}) {
  const t = useText();
  return (
    <fieldset>
      <legend className="font-medium">{t('capability.quality.title')}</legend>
      <ul className="list-disc py-1 pl-5">
        {quality.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Checkbox
        required
        label={t('capability.quality.holds')}
        checked={holds}
        onChange={(event) => onChange(event.target.checked)}
      />
    </fieldset>
  );
}

/** Answers a criterion with a link and a note. The least answer counts at once; every other waits for a second person. */
export function AnswerForm({ place, answers, names, quality, linkRequired, onDone }: Props) {
  const t = useText();
  const [answer, setAnswer] = useState(answers.at(-1) ?? '');
  const [link, setLink] = useState('');
  const [note, setNote] = useState('');
  const [holds, setHolds] = useState(false);
  const least = answers[0] ?? '';
  const isAsked = quality.length > 0 && answer !== least;
  const url = { type: 'url', inputMode: 'url', maxLength: 2000 } as const;
  return (
    <ClaimForm
      submit={t('capability.answerForm.submit')}
      onSend={() => sendClaim.answer({ ...place, answer, link, note, ...(isAsked && { qualityHolds: holds }) })}
      onDone={onDone}
    >
      {(error) => (
        <>
          <ChoiceList
            legend={t('capability.answerForm.title')}
            choices={answers.toReversed().map((value) => ({ value, label: answerWords(t, value, names) }))}
            chosen={answer}
            onChoose={setAnswer}
          />
          <p className="text-xs text-muted">
            {t('capability.answerForm.about', { least: answerWords(t, least, names) })}
          </p>
          {isAsked ? <Quality quality={quality} holds={holds} onChange={setHolds} /> : null}
          <Field
            label={t('capability.answerForm.link')}
            hint={t('capability.answerForm.linkHint')}
            required={linkRequired && answer !== least}
            error={error}
          >
            {(control) => (
              <Input {...control} {...url} value={link} onChange={(event) => setLink(event.target.value)} />
            )}
          </Field>
          <Field label={t('capability.answerForm.note')}>
            {(control) => (
              <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
            )}
          </Field>
        </>
      )}
    </ClaimForm>
  );
}
