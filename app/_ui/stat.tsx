import type { ReactNode } from 'react';

/** A number, what it is, and a quiet line about how sure it is. */
export function Stat({ value, label, children }: { value: ReactNode; label: string; children?: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="mt-0.5">
        <span className="figures text-lg font-medium">{value}</span>
        {children ? <span className="block text-xs text-muted">{children}</span> : null}
      </dd>
    </div>
  );
}
