import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const TONES = {
  info: 'border-hairline bg-sunken',
  'needs-you': 'border-needs-you/40 bg-needs-you-soft',
  broken: 'border-broken/40 bg-broken-soft',
} as const;

/** A sentence that stands out: what happened and what to do next. `live` has it read out when it appears. */
export function Notice({
  tone = 'info',
  title,
  live = false,
  children,
}: {
  tone?: keyof typeof TONES;
  title?: string;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      role={live ? (tone === 'broken' ? 'alert' : 'status') : undefined}
      className={classNames('rounded-md border px-3 py-2', TONES[tone])}
    >
      {title ? <p className="font-medium">{title}</p> : null}
      <div>{children}</div>
    </div>
  );
}
