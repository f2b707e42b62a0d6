import { useText } from '../../_messages/use-text.tsx';
import { ChoiceList } from './choice-list.tsx';
import type { QuestionProps, QuestionView } from './question.ts';

const DONT_KNOW = 'dont-know';

function Agreement({ value, onChange, labelledBy }: QuestionProps) {
  const t = useText();
  const options = [
    { key: '5', text: t('respond.agreement5') },
    { key: '4', text: t('respond.agreement4') },
    { key: '3', text: t('respond.agreement3') },
    { key: '2', text: t('respond.agreement2') },
    { key: '1', text: t('respond.agreement1') },
    { key: DONT_KNOW, text: t('respond.dontKnow') },
  ];
  return (
    <ChoiceList
      options={options}
      chosen={value === undefined ? undefined : String(value)}
      onChoose={(key) => onChange(key === DONT_KNOW ? key : Number(key))}
      labelledBy={labelledBy}
    />
  );
}

export const agreement: QuestionView = { Component: Agreement, isComplete: (_, value) => value !== undefined };
