'use client';

import { useText } from '../_messages/use-text.tsx';
import { Field } from './field.tsx';
import { Textarea } from './input.tsx';

type Props = {
  /** whose words are used */
  kind: 'sources' | 'trackers';
  mayAllow: boolean;
  allowed: string[];
  value: string;
  onChange: (text: string) => void;
};

/** Ways into the network: an administrator opens them, everybody else sees which are open. */
export function AllowedField({ kind, mayAllow, allowed, value, onChange }: Props) {
  const t = useText();
  if (!mayAllow) {
    return (
      <p className="text-xs text-muted">
        {allowed.length === 0
          ? t(`${kind}.form.allowedAsk`)
          : t(`${kind}.form.allowedNow`, { list: allowed.join(', ') })}
      </p>
    );
  }
  return (
    <Field label={t(`${kind}.form.allowed`)} hint={t(`${kind}.form.allowedHint`)}>
      {(control) => (
        <Textarea
          {...control}
          className="figures text-xs"
          rows={2}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
