'use client';

import type { ReactNode } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { Button } from '../../../_ui/button.tsx';
import { Refused } from '../../../_ui/refused.tsx';

/** The end of a form: why it was refused, and its button. */
export function FormActions({
  error,
  busy,
  label,
  children,
}: {
  error: string | null;
  busy: boolean;
  label?: string;
  children?: ReactNode;
}) {
  const t = useText();
  return (
    <div className="flex flex-col gap-3 pt-2">
      <Refused>{error}</Refused>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          {busy ? t('settings.saving') : (label ?? t('settings.save'))}
        </Button>
        {children}
      </div>
    </div>
  );
}
