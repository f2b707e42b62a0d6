'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { useAction } from '../../../../_trpc/use-action.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input, Textarea } from '../../../../_ui/input.tsx';
import { answerWords } from './capability-words.ts';
import { ChoiceList } from './choice-list.tsx';
import type { ClaimPlace } from './criterion-actions.tsx';
import { sendClaim } from './send-claim.ts';

/** Answers a criterion with a link and a note. The least answer counts at once; every other waits for a second person. */
export function AnswerForm({
  place,
  answers,
  linkRequired,
  onDone,
}: {
  place: ClaimPlace;
  answers: string[];
  linkRequired: boolean;
  onDone: () => void;
}) {
  const t = useText();
  const router = useRouter();
  const { run, busy, error } = useAction();
  const [answer, setAnswer] = useState(answers.at(-1) ?? '');
  const [link, setLink] = useState('');
  const [note, setNote] = useState('');
  const least = answers[0] ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await run(() => sendClaim.answer({ ...place, answer, link, note }));
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
          <Input
            {...control}
            type="url"
            inputMode="url"
            value={link}
            onChange={(event) => setLink(event.target.value)}
            maxLength={2000}
          />
        )}
      </Field>
      <Field label={t('capability.answerForm.note')}>
        {(control) => (
          <Textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {t('capability.answerForm.submit')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('capability.actions.cancel')}
        </Button>
      </div>
    </form>
  );
}
