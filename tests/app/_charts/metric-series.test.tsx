import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { metricSeries } from '#app/_charts/metric-series.tsx';
import { textFor } from '#app/_messages/registry.ts';

test('the table gives each day its value with its unit, and the least and greatest of the day', () => {
  const data = {
    dimension: 'duration' as const,
    points: [{ day: '2026-11-20', value: 7200, least: 60, most: 86_400 }],
    ...{ window: null, thresholds: [] },
  };
  const html = renderToStaticMarkup(<metricSeries.Table data={data} t={textFor('en')} />);
  expect(html).toContain('Nov 20, 2026');
  expect(html).toContain('2 hr');
  expect(html).toContain('1 min–1 day');
});
