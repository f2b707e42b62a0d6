'use client';

import { useText } from '../../../../../_messages/use-text.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Textarea } from '../../../../../_ui/input.tsx';

type Props = { mayAllow: boolean; allowed: string[]; value: string; onChange: (text: string) => void };

/** Ways into the network: an administrator opens them, everybody else sees which are open. */
export function TrackerAllowed({ mayAllow, allowed, value, onChange }: Props) {
  const t = useText();
  if (!mayAllow) {
    return (
      <p className="text-xs text-muted">
        {allowed.length === 0
          ? t('trackers.form.allowedAsk')
          : t('trackers.form.allowedNow', { list: allowed.join(', ') })}
      </p>
    );
  }
  return (
    <Field label={t('trackers.form.allowed')} hint={t('trackers.form.allowedHint')}>
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
