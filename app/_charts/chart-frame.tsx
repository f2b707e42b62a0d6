import type { ReactNode } from 'react';
import type { AppText } from '../_messages/registry.ts';

/** A chart with its title, its unit, and the numbers behind it as a table. */
export function ChartFrame({
  t,
  title,
  unit,
  table,
  children,
}: {
  t: AppText;
  title: string;
  unit: string;
  table: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className="min-w-0">
      <figcaption className="flex items-baseline gap-2">
        <span className="font-medium">{title}</span>
        <span className="text-xs text-muted">{unit}</span>
      </figcaption>
      {children}
      <details className="mt-1 text-xs print:hidden">
        <summary className="inline-flex items-center rounded-sm text-muted hover:text-ink pointer-coarse:min-h-11">
          {t('charts.table')}
        </summary>
        <div className="mt-2 max-h-80 overflow-y-auto">{table}</div>
      </details>
    </figure>
  );
}
