'use client';

import { useText } from '../_messages/use-text.tsx';
import { Button } from './button.tsx';

/** What an error boundary says: that it was logged, that nothing is lost, and the number under which it is found. */
export function Failure({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useText();
  return (
    <div role="alert" className="max-w-xl py-10">
      <h1 className="text-lg font-semibold tracking-tight">{t('home.error.title')}</h1>
      <p className="mt-1 text-muted">{t('home.error.text')}</p>
      {digest === undefined ? null : <p className="mt-1 text-xs text-muted">{t('home.error.id', { id: digest })}</p>}
      <Button variant="primary" className="mt-4" onClick={onRetry}>
        {t('home.error.action')}
      </Button>
    </div>
  );
}
