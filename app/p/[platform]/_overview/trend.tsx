'use client';

import { LazyChart } from '../../../_charts/lazy-chart.tsx';
import { charts } from '../../../_charts/registry.ts';
import { useText } from '../../../_messages/use-text.tsx';
import type { Overview } from './overview-data.ts';

type Days = Overview['trend'];

/** Days on which another rubric was used than on the day before: what lies on both sides is not one series. */
const breakDays = (days: Days) =>
  days.filter((day, i) => i > 0 && days[i - 1]?.rubricVersion !== day.rubricVersion).map(({ day }) => day);

/** How the way to target went, day by day. The chart and the table behind it come when they are looked at. */
export function Trend({ days }: { days: Days }) {
  const t = useText();
  if (days.length < 2) return <p className="text-muted">{t('overview.trend.none')}</p>;
  return <LazyChart chart={charts['percent-trend']} data={{ days, breakDays: breakDays(days) }} height={200} />;
}
