'use client';

import { LazyChart } from '../../../_charts/lazy-chart.tsx';
import { charts } from '../../../_charts/registry.ts';
import type { ViewPoint } from '../../../_charts/two-views.tsx';
import { useText } from '../../../_messages/use-text.tsx';

type Props = { x: string; y: string; top: number; points: ViewPoint[] };

/** One view across, the other up: what lies off the dotted line is worth a talk. */
export function GapChart({ x, y, top, points }: Props) {
  const t = useText();
  return (
    <LazyChart
      chart={charts['two-views']}
      data={{ x, y, top, points }}
      height={320}
      title={t('charts.two-views.title', { x, y })}
    />
  );
}
