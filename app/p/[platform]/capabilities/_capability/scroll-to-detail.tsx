'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Where the detail stands under the list (narrow screens), choosing a criterion leads to it. */
export function ScrollToDetail({ chosen, children }: { chosen: string | null; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null && window.matchMedia('(width < 64rem)').matches)
      place.current?.scrollIntoView({ block: 'start' });
  }, [chosen]);
  return (
    <div ref={place} className="min-w-0 scroll-mt-4">
      {children}
    </div>
  );
}
