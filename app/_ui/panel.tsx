'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../_messages/use-text.tsx';
import { CloseIcon } from './icons.tsx';

/**
 * A sheet at the right edge about the thing just chosen. The page beside it stays alive: choosing another thing changes
 * the sheet. Escape closes it, and the focus goes back to where it came from.
 */
export function Panel({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useText();
  const titleId = useId();
  const close = useRef(onClose);
  close.current = onClose;

  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);

  if (!open) return null;
  return (
    <aside
      data-panel=""
      aria-labelledby={titleId}
      className="fixed inset-y-0 right-0 z-30 flex w-full max-w-sm animate-appear flex-col border-l border-hairline bg-raised shadow-float print:hidden"
    >
      <div className="flex items-start justify-between gap-3 border-b border-hairline px-5 py-3">
        <h2 id={titleId} className="min-w-0 py-1 text-base leading-6 font-semibold">
          {title}
        </h2>
        <button
          type="button"
          onClick={onClose}
          aria-label={t('kit.close')}
          className="-mr-1.5 grid size-8 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <CloseIcon />
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
    </aside>
  );
}
