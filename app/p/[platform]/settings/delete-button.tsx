'use client';

import { useState } from 'react';
import { useText } from '../../../_messages/use-text.tsx';
import { Button } from '../../../_ui/button.tsx';

type Props = { question: string; busy: boolean; onDelete: () => void };

/** Asks once more, in the same place, before something is gone. */
export function DeleteButton({ question, busy, onDelete }: Props) {
  const t = useText();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button variant="danger" disabled={busy} onClick={() => setAsked(true)}>
        {t('catalogue.delete')}
      </Button>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-2" role="status">
      {question}
      <Button
        variant="danger"
        disabled={busy}
        onClick={() => {
          setAsked(false);
          onDelete();
        }}
      >
        {t('catalogue.delete')}
      </Button>
      <Button variant="quiet" autoFocus onClick={() => setAsked(false)}>
        {t('catalogue.keep')}
      </Button>
    </span>
  );
}
