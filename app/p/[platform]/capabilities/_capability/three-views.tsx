import Link from 'next/link';
import { gapsOf } from '#rubrics/scoring/gaps.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import type { Capability } from './capability-data.ts';

type Cell = Capability['cells'][number];

/** What is felt against what is measured, where evidence carries both. */
const isGap = (cell: Cell) => gapsOf(cell).some(({ higher, lower }) => higher !== 'claimed' && lower !== 'claimed');

/** What is claimed, felt and measured, where at least one of them is known. */
export function ThreeViews({ t, platform, cell }: { t: AppText; platform: string; cell: Cell }) {
  const views = (['claimed', 'felt', 'measured'] as const).flatMap((view) => {
    const level = cell[view];
    return level === null ? [] : [t(`capability.${view}`, { level })];
  });
  if (views.length === 0) return null;
  return (
    <p className="text-muted">
      {views.join(' · ')}
      {isGap(cell) ? <span className="text-ink"> · {t('capability.gap')}</span> : null}{' '}
      <Link href={`/p/${platform}/gaps`} prefetch={false} className="link text-xs">
        {t('capability.allGaps')}
      </Link>
    </p>
  );
}
