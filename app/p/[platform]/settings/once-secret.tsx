'use client';

import { useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { Button } from '../../../_ui/button.tsx';
import { Field } from '../../../_ui/field.tsx';
import { Input } from '../../../_ui/input.tsx';

/** A secret that is shown this once, ready to be copied. */
export function OnceSecret({ label, value, onDone }: { label: string; value: string; onDone: () => void }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label={label}>
        {(control) => (
          <Input {...control} readOnly value={value} className="figures" onFocus={(event) => event.target.select()} />
        )}
      </Field>
      <div className="flex gap-2">
        <Button variant="primary" onClick={copy}>
          <span aria-live="polite">{t(copied ? 'settings.copied' : 'settings.copy')}</span>
        </Button>
        <Button onClick={onDone}>{t('settings.done')}</Button>
      </div>
    </div>
  );
}
