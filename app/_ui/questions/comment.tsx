import { useText } from '../../_messages/use-text.tsx';
import { Field } from '../field.tsx';
import { Textarea } from '../input.tsx';
import type { QuestionProps, QuestionView } from './question.ts';

/** The server takes no more. */
const MOST = 2000;

function Comment({ value, onChange }: QuestionProps) {
  const t = useText();
  return (
    <Field label={t('respond.commentLabel')} hint={t('respond.commentHint', { most: MOST })}>
      {(control) => (
        <Textarea
          {...control}
          rows={6}
          maxLength={MOST}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
          className="min-h-36 text-base!"
        />
      )}
    </Field>
  );
}

export const comment: QuestionView = {
  Component: Comment,
  isComplete: (_, value) => typeof value === 'string' && value.trim() !== '',
};
