'use client';

import { LazyChart } from '../../../../../_charts/lazy-chart.tsx';
import { charts } from '../../../../../_charts/registry.ts';
import type { OpenCampaign } from './campaign-data.ts';

/** How a campaign went, drawn when one comes near. */
export function ProgressChart({ days }: { days: OpenCampaign['days'] }) {
  return <LazyChart chart={charts['campaign-progress']} data={{ days }} height={180} />;
}
