import { useEffect, useState } from 'react';
import { useText } from '../../_messages/use-text.tsx';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import { answersOf, type OpenForm, type Values } from './open-form.ts';
import { sendAnswers } from './send-answers.ts';

/** Where somebody is: before the questions, at one of them, or through. */
type Screen =
  | { at: 'promise' }
  | { at: 'question'; step: number }
  | { at: 'thanks' | 'done' }
  | { at: 'refused'; reason: string };

export type Progress = ReturnType<typeof useProgress>;

/** What is filled in and where; survives closing the page, in this browser only. */
export function useProgress(token: string, form: OpenForm) {
  const t = useText();
  const [screen, setScreen] = useState<Screen>({ at: 'promise' });
  const [draft, setDraft] = useState<{ step: number; values: Values } | null>(null);
  const [values, setValues] = useState<Values>({});

  useEffect(() => {
    const kept = readDraft(token);
    if (kept === null) return;
    if ('done' in kept) return setScreen({ at: 'done' });
    setDraft(kept);
    setValues(kept.values);
  }, [token]);

  function keep(step: number, changed: Values) {
    const kept = { step, values: changed };
    setValues(changed);
    setDraft(kept);
    keepDraft(token, kept);
  }

  /** Goes to a question, keeping or changing what is filled in; below 0: back to the promise. */
  function show(step: number, changed: Values = values) {
    keep(Math.max(0, step), changed);
    setScreen(step < 0 ? { at: 'promise' } : { at: 'question', step });
  }

  function forget() {
    forgetDraft(token);
    setDraft(null);
    setValues({});
  }

  /** Sends everything; resolves with what went wrong, if it can be sent again. */
  async function send(): Promise<string | null> {
    const outcome = await sendAnswers({ token, answers: answersOf(form.questions, values) });
    if (outcome.sent) {
      keepDraft(token, { done: true });
      setScreen({ at: 'thanks' });
    } else if (outcome.retry) return outcome.reason ?? t('respond.failed');
    else setScreen({ at: 'refused', reason: outcome.reason ?? '' });
    return null;
  }

  return { screen, draft, values, keep, show, forget, send };
}
