'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../_ui/input.tsx';
import { answerWords } from './capability-words.ts';
import { ChoiceList } from './choice-list.tsx';
import { ClaimForm } from './claim-form.tsx';
import type { ClaimPlace } from './criterion-actions.tsx';
import { sendClaim } from './send-claim.ts';

type Props = { place: ClaimPlace; answers: string[]; linkRequired: boolean; onDone: () => void };

/** Answers a criterion with a link and a note. The least answer counts at once; every other waits for a second person. */
export function AnswerForm({ place, answers, linkRequired, onDone }: Props) {
  const t = useText();
  const [answer, setAnswer] = useState(answers.at(-1) ?? '');
  const [link, setLink] = useState('');
  const [note, setNote] = useState('');
  const least = answers[0] ?? '';
  const url = { type: 'url', inputMode: 'url', maxLength: 2000 } as const;
  return (
    <ClaimForm
      submit={t('capability.answerForm.submit')}
      onSend={() => sendClaim.answer({ ...place, answer, link, note })}
      onDone={onDone}
    >
      {(error) => (
        <>
          <ChoiceList
            legend={t('capability.answerForm.title')}
            choices={answers.toReversed().map((value) => ({ value, label: answerWords(t, value) }))}
            chosen={answer}
            onChoose={setAnswer}
          />
          <p className="text-xs text-muted">{t('capability.answerForm.about', { least: answerWords(t, least) })}</p>
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
