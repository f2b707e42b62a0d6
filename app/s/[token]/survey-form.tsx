'use client';

import { type Ref, useEffect, useRef } from 'react';
import { formatDateTime } from '../../_messages/format.ts';
import { useText } from '../../_messages/use-text.tsx';
import { Button } from '../../_ui/button.tsx';
import { Assurance } from './assurance.tsx';
import { Leaf } from './leaf.tsx';
import type { OpenForm } from './open-form.ts';
import { QuestionScreen } from './question-screen.tsx';
import { type Progress, useProgress } from './use-progress.ts';

/** The form from promise to thanks, one question a screen. */
export function SurveyForm({ token, form }: { token: string; form: OpenForm }) {
  const t = useText();
  const progress = useProgress(token, form);
  const { screen } = progress;
  const heading = useFocusOnChange(screen);
  switch (screen.at) {
    case 'promise':
      return <FirstScreen form={form} progress={progress} heading={heading} />;
    case 'question':
      return <QuestionScreen key={screen.step} form={form} step={screen.step} progress={progress} heading={heading} />;
    case 'thanks':
      return <Thanks form={form} heading={heading} />;
    case 'done':
      return <Leaf title={t('respond.doneTitle')}>{t('respond.done')}</Leaf>;
    case 'refused':
      return (
        <Leaf title={t('respond.refusedTitle')} heading={heading}>
          {screen.reason}
        </Leaf>
      );
  }
}

/** The heading takes the focus when the screen changes, so that it is read out and the keyboard starts at the top. */
function useFocusOnChange(screen: Progress['screen']) {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change of screen is the event
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [screen]);
  return heading;
}

type ScreenProps = { form: OpenForm; heading: Ref<HTMLHeadingElement> };

function FirstScreen({ form, heading, progress }: ScreenProps & { progress: Progress }) {
  const t = useText();
  const { draft, show, forget } = progress;
  return (
    <Leaf title={form.title} above={t('respond.askedBy', { name: form.askedBy })} heading={heading}>
      <Assurance form={form} />
      <div className="mt-8 flex flex-wrap gap-2">
        <Button variant="primary" className="h-12! px-6! text-base!" onClick={() => show(draft?.step ?? 0)}>
          {draft === null ? t('respond.start') : t('respond.goOn')}
        </Button>
        {draft === null ? null : (
          <Button variant="quiet" className="h-12! text-base!" onClick={forget}>
            {t('respond.forget')}
          </Button>
        )}
      </div>
    </Leaf>
  );
}

function Thanks({ form, heading }: ScreenProps) {
  const t = useText();
  const date = form.closesAt === null ? '' : formatDateTime(form.closesAt, t.locale, form.timeZone);
  return (
    <Leaf title={t('respond.thanksTitle')} heading={heading}>
      <p>{t('respond.thanks')}</p>
      <p className="mt-2">{t('respond.thanksWhen', { date, name: form.askedBy })}</p>
    </Leaf>
  );
}
