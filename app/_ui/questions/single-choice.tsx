import { ChoiceList } from './choice-list.tsx';
import type { QuestionProps, QuestionView } from './question.ts';

function SingleChoice({ question, value, onChange, labelledBy }: QuestionProps) {
  return (
    <ChoiceList
      options={question.options ?? []}
      chosen={typeof value === 'string' ? value : undefined}
      onChoose={onChange}
      labelledBy={labelledBy}
    />
  );
}

export const singleChoice: QuestionView = { Component: SingleChoice, isComplete: (_, value) => value !== undefined };
