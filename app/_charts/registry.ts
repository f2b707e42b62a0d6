/** Every chart, one line each. What draws them is loaded when somebody comes near. */
export const charts = {
  'campaign-progress': {
    key: 'campaign-progress',
    load: () => import('./campaign-progress.tsx').then((file) => file.campaignProgress),
  },
  'level-history': {
    key: 'level-history',
    load: () => import('./level-history.tsx').then((file) => file.levelHistory),
  },
  'metric-series': {
    key: 'metric-series',
    load: () => import('./metric-series.tsx').then((file) => file.metricSeries),
  },
  'percent-trend': {
    key: 'percent-trend',
    load: () => import('./percent-trend.tsx').then((file) => file.percentTrend),
  },
  'two-views': {
    key: 'two-views',
    load: () => import('./two-views.tsx').then((file) => file.twoViews),
  },
} as const;

export type ChartKey = keyof typeof charts;
