import type { AppText } from '../../../../_messages/registry.ts';
import type { Capability } from './capability-data.ts';

type Cell = Capability['cells'][number];

/** A gap counts only where both views rest on evidence for at least half. */
function isGap({ felt, measured, feltCoverage, measuredCoverage }: Cell): boolean {
  if (felt === null || measured === null) return false;
  return Math.abs(felt - measured) >= 1 && (feltCoverage ?? 0) >= 0.5 && (measuredCoverage ?? 0) >= 0.5;
}

/** What is claimed, felt and measured, where at least one of them is known. */
export function ThreeViews({ t, cell }: { t: AppText; cell: Cell }) {
  const views = (['claimed', 'felt', 'measured'] as const).flatMap((view) => {
    const level = cell[view];
    return level === null ? [] : [t(`capability.${view}`, { level })];
  });
  if (views.length === 0) return null;
  return (
    <p className="text-muted">
      {views.join(' · ')}
      {isGap(cell) ? <span className="text-ink"> · {t('capability.gap')}</span> : null}
    </p>
  );
}
