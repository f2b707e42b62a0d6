import { useId } from 'react';
import { useText } from '../../_messages/use-text.tsx';
import { NumberScale } from './number-scale.tsx';
import type { AnswerValue, QuestionProps, QuestionView } from './question.ts';

const ratingsOf = (value: AnswerValue | undefined) => (typeof value === 'object' ? value : {});

function UmuxLite({ question, value, onChange, labelledBy }: QuestionProps) {
  const t = useText();
  const id = useId();
  const ratings = ratingsOf(value);
  return (
    <div className="flex flex-col gap-8">
      {question.items?.map(({ key, text }) => (
        <div key={key}>
          <p id={`${id}-${key}`} className="mb-3 font-medium">
            {text}
          </p>
          <NumberScale
            from={1}
            to={7}
            low={t('respond.scaleLow')}
            high={t('respond.scaleHigh')}
            chosen={ratings[key]}
            onChoose={(rating) => onChange({ ...ratings, [key]: rating })}
            labelledBy={`${labelledBy} ${id}-${key}`}
          />
        </div>
      ))}
    </div>
  );
}

export const umuxLite: QuestionView = {
  Component: UmuxLite,
  isComplete: ({ items }, value) => items?.every(({ key }) => ratingsOf(value)[key] !== undefined) ?? false,
};
