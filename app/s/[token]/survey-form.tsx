'use client';

import { type Ref, useEffect, useRef, useState } from 'react';
import { formatDateTime } from '../../_messages/format.ts';
import { useText } from '../../_messages/use-text.tsx';
import { Button } from '../../_ui/button.tsx';
import { Assurance } from './assurance.tsx';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import { Leaf } from './leaf.tsx';
import { answersOf, type OpenForm, type Values } from './open-form.ts';
import { QuestionScreen } from './question-screen.tsx';
import { type Outcome, sendAnswers } from './send-answers.ts';

/** Where somebody is: before the questions, at one of them, or through. */
type Screen =
  | { at: 'promise' }
  | { at: 'question'; step: number }
  | { at: 'thanks' | 'done' }
  | { at: 'refused'; reason: string };

/** The form from promise to thanks, one question a screen. What is filled in survives closing the page, in this browser only. */
export function SurveyForm({ token, form }: { token: string; form: OpenForm }) {
  const t = useText();
  const [screen, setScreen] = useState<Screen>({ at: 'promise' });
  const [draft, setDraft] = useState<{ step: number; values: Values } | null>(null);
  const [values, setValues] = useState<Values>({});
  const heading = useFocusOnChange(screen);

  useEffect(() => {
    const kept = readDraft(token);
    if (kept === null) return;
    if ('done' in kept) return setScreen({ at: 'done' });
    setDraft(kept);
    setValues(kept.values);
  }, [token]);

  function show(step: number, changed: Values = values) {
    setValues(changed);
    if (step < 0) return setScreen({ at: 'promise' });
    keepDraft(token, { step, values: changed });
    setScreen({ at: 'question', step });
  }

  function finish(outcome: Outcome): string | null {
    if (outcome.sent) {
      keepDraft(token, { done: true });
      setScreen({ at: 'thanks' });
      return null;
    }
    if (outcome.retry) return outcome.reason ?? t('respond.failed');
    setScreen({ at: 'refused', reason: outcome.reason ?? '' });
    return null;
  }

  if (screen.at === 'question') {
    return (
      <QuestionScreen
        key={screen.step}
        form={form}
        step={screen.step}
        values={values}
        heading={heading}
        onShow={show}
        onChange={(changed) => {
          setValues(changed);
          keepDraft(token, { step: screen.step, values: changed });
        }}
        onSend={async () => finish(await sendAnswers({ token, answers: answersOf(form.questions, values) }))}
      />
    );
  }
  if (screen.at === 'refused') {
    return (
      <Leaf title={t('respond.refusedTitle')} heading={heading}>
        {screen.reason}
      </Leaf>
    );
  }
  if (screen.at === 'done') return <Leaf title={t('respond.doneTitle')}>{t('respond.done')}</Leaf>;
  if (screen.at === 'thanks') return <Thanks form={form} heading={heading} />;
  return (
    <Leaf title={form.title} above={t('respond.askedBy', { name: form.askedBy })} heading={heading}>
      <Assurance form={form} />
      <div className="mt-8 flex flex-wrap gap-2">
        <Button variant="primary" className="h-12! px-6! text-base!" onClick={() => show(draft?.step ?? 0)}>
          {draft === null ? t('respond.start') : t('respond.goOn')}
        </Button>
        {draft === null ? null : (
          <Button
            variant="quiet"
            className="h-12! text-base!"
            onClick={() => {
              forgetDraft(token);
              setDraft(null);
              setValues({});
            }}
          >
            {t('respond.forget')}
          </Button>
        )}
      </div>
    </Leaf>
  );
}

/** The heading takes the focus when the screen changes, so that it is read out and the keyboard starts at the top. */
function useFocusOnChange(screen: Screen) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of screen is the event
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [screen]);
  return heading;
}

function Thanks({ form, heading }: { form: OpenForm; heading: Ref<HTMLHeadingElement> }) {
  const t = useText();
  const date = form.closesAt === null ? '' : formatDateTime(form.closesAt, t.locale);
  return (
    <Leaf title={t('respond.thanksTitle')} heading={heading}>
      <p>{t('respond.thanks')}</p>
      <p className="mt-2">{t('respond.thanksWhen', { date, name: form.askedBy })}</p>
    </Leaf>
  );
}
