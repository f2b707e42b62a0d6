import Link from 'next/link';
import { formatPercent } from '../../../../../_messages/format.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { pointsWords } from '../../../../../_ui/change-words.ts';
import { type Comparison, plannerAddress } from './planner-data.ts';
import { effortWords } from './scenario-table.tsx';

type Props = { t: AppText; platform: string; side: Comparison['a']; now: Comparison['now'] };

/** One of two scenarios: how far it leads, what it takes, and how much it alone assumes. */
export function ComparedSide({ t, platform, side, now }: Props) {
  const { id, name, percentToTarget, effort, only, gone } = side;
  const { value, low, high } = percentToTarget;
  const gain = value === null || now.value === null ? null : value - now.value;
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="font-medium">
        {id === null ? (
          t('planner.compare.now')
        ) : (
          <Link className="link" href={plannerAddress(platform, { scenario: id })}>
            {name}
          </Link>
        )}
      </h3>
      <p className="figures text-xl font-semibold">
        {value === null ? t('planner.head.unknown') : formatPercent(value, t.locale, 1)}
      </p>
      <p className="text-xs text-muted">
        {low === null || high === null || low === high
          ? null
          : t('planner.head.range', { low: formatPercent(low, t.locale), high: formatPercent(high, t.locale) })}
      </p>
      {id === null ? null : (
        <p className="pt-1">
          {gain === null ? null : `${t('planner.compare.gain', { points: pointsWords(t, gain) })} · `}
          {effortWords(t, effort)} · {t('planner.compare.only', { n: only.length })}
          {gone === 0 ? null : ` · ${t('planner.gone.title', { n: gone })}`}
        </p>
      )}
    </section>
  );
}
