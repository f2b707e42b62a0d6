import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const TONES = {
  neutral: 'border-hairline text-muted',
  accent: 'border-accent/30 bg-accent-soft text-accent-strong',
  'needs-you': 'border-needs-you/30 bg-needs-you-soft text-needs-you',
  broken: 'border-broken/30 bg-broken-soft text-broken',
} as const;

/** A short state in words. */
export function Badge({ tone = 'neutral', children }: { tone?: keyof typeof TONES; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-5 items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
