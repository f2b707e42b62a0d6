'use client';

import { type Ref, useState } from 'react';
import { useText } from '../../_messages/use-text.tsx';
import { Button } from '../../_ui/button.tsx';
import { Notice } from '../../_ui/notice.tsx';
import type { AskedQuestion } from '../../_ui/questions/question.ts';
import { questionViews } from '../../_ui/questions/registry.ts';
import { Leaf } from './leaf.tsx';
import { answersOf, isAnswered, type OpenForm, placeOf, withoutCapability } from './open-form.ts';
import type { Progress } from './use-progress.ts';

type Props = { form: OpenForm; step: number; progress: Progress; heading: Ref<HTMLHeadingElement> };

/** One question with back and next; Enter goes on. The last one sends. */
export function QuestionScreen({ form, step, progress, heading }: Props) {
  const t = useText();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const question = form.questions[step];
  if (question === undefined) return null;
  const { questions } = form;
  const { values, keep, show, send } = progress;
  const isLast = step === questions.length - 1;
  const Answer = questionViews[question.kind]?.Component;

  async function goOn() {
    if (!isLast) return show(step + 1);
    if (answersOf(questions, values).length === 0) return setProblem(t('respond.nothingYet'));
    setSending(true);
    setProblem(await send());
    setSending(false);
  }

  return (
    <Leaf
      title={question.text}
      heading={heading}
      above={<Above question={question} step={step} steps={questions.length} />}
    >
      <form
        className="flex grow flex-col gap-8"
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        {Answer === undefined ? null : (
          <Answer
            question={question}
            value={values[placeOf(question)]}
            onChange={(value) => keep(step, { ...values, [placeOf(question)]: value })}
            labelledBy="question"
          />
        )}
        {problem === null ? null : (
          <Notice tone="needs-you" live>
            {problem}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-2">
          <Button className="h-12! px-5! text-base!" onClick={() => show(step - 1)}>
            {t('respond.back')}
          </Button>
          <Button type="submit" variant="primary" className="h-12! px-6! text-base!" disabled={sending}>
            {sending ? t('respond.sending') : isLast ? t('respond.send') : nextWord(t, isAnswered(question, values))}
          </Button>
          <NotUsed question={question} form={form} step={step} progress={progress} />
        </div>
      </form>
    </Leaf>
  );
}

const nextWord = (t: ReturnType<typeof useText>, answered: boolean) => t(answered ? 'respond.next' : 'respond.skip');

function Above({ question, step, steps }: { question: AskedQuestion; step: number; steps: number }) {
  const t = useText();
  const { capabilityName } = question;
  return (
    <span className="flex items-baseline justify-between gap-4">
      <span>{capabilityName === null ? null : t('respond.about', { capability: capabilityName })}</span>
      <span className="figures">{t('respond.progress', { step: step + 1, steps })}</span>
    </span>
  );
}

/** On the first question about a capability: skips all of them for people who do not use it. */
function NotUsed({ question, form, step, progress }: Omit<Props, 'heading'> & { question: AskedQuestion }) {
  const t = useText();
  const { questions } = form;
  const { capability, capabilityName } = question;
  const isFirst = questions.findIndex((other) => other.capability === capability) === step;
  if (capability === null || capabilityName === null || !isFirst) return null;
  const after = questions.findLastIndex((other) => other.capability === capability) + 1;
  const skip = () =>
    progress.show(Math.min(after, questions.length - 1), withoutCapability(questions, progress.values, capability));
  return (
    <Button variant="quiet" className="h-12! text-base! whitespace-normal!" onClick={skip}>
      {t('respond.notUsed', { capability: capabilityName })}
    </Button>
  );
}
