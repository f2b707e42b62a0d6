import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { percentTrend } from '#app/_charts/percent-trend.tsx';
import { textFor } from '#app/_messages/registry.ts';

const days = [
  { day: '2026-11-20', value: 0.5, low: 0.4, high: 0.7 },
  { day: '2026-11-21', value: null, low: null, high: null },
];
const html = renderToStaticMarkup(<percentTrend.Table data={{ days, breakDays: [] }} t={textFor('en')} />);

test('the table says what is drawn, the newest day first', () => {
  expect(html.indexOf('Nov 21, 2026')).toBeLessThan(html.indexOf('Nov 20, 2026'));
  expect(html).toContain('50%');
  expect(html).toContain('40%–70%');
});

test('what is not known is said to be, and is no zero', () => {
  expect(html).toContain('not known');
  expect(html).not.toContain('>0%<');
});
