'use client';

import { LazyChart } from '../../../_charts/lazy-chart.tsx';
import { charts } from '../../../_charts/registry.ts';
import { formatNumber } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { BreakList, breakDaysOf } from '../../../_ui/break-list.tsx';
import { pointsOf } from '../../../_ui/change-words.ts';
import type { Insights, Overview } from './overview-data.ts';

type Direction = Insights['direction'];

/** A direction is named only where chance is an unlikely reason for it. */
function directionWords(t: AppText, { direction, points: n, needed, p, slope }: Direction): string {
  if (direction === 'too_few') return t('overview.trend.tooFew', { n, needed });
  const test = t('overview.trend.test', { p: formatNumber(p ?? 1, t.locale, 3) });
  if (direction === 'none') return t('overview.trend.noDirection', { n, test });
  return t(`overview.trend.${direction}`, { n, points: pointsOf(t, slope ?? 0), test });
}

/** How the way to target went, day by day, where it breaks and where it goes. The chart comes when it is looked at. */
export function Trend({ days, insights }: { days: Overview['trend']; insights: Insights | null }) {
  const t = useText();
  if (days.length < 2) return <p className="text-muted">{t('overview.trend.none')}</p>;
  const first = days[0]?.day ?? '';
  const breaks = insights?.breaks.filter(({ day }) => day > first) ?? [];
  return (
    <section>
      <LazyChart chart={charts['percent-trend']} data={{ days, breakDays: breakDaysOf(breaks) }} height={200} />
      {insights === null ? null : <p className="mt-1">{directionWords(t, insights.direction)}</p>}
      <BreakList t={t} breaks={breaks} numbered />
    </section>
  );
}
