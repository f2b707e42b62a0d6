import { useText } from '../../_messages/use-text.tsx';
import { NumberScale } from './number-scale.tsx';
import type { QuestionProps, QuestionView } from './question.ts';

function Nps({ value, onChange, labelledBy }: QuestionProps) {
  const t = useText();
  return (
    <NumberScale
      from={0}
      to={10}
      low={t('respond.unlikely')}
      high={t('respond.likely')}
      chosen={typeof value === 'number' ? value : undefined}
      onChoose={onChange}
      labelledBy={labelledBy}
    />
  );
}

export const nps: QuestionView = { Component: Nps, isComplete: (_, value) => value !== undefined };
