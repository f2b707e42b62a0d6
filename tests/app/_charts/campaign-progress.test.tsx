import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { campaignProgress } from '#app/_charts/campaign-progress.tsx';
import { textFor } from '#app/_messages/registry.ts';

const days = [
  { day: '2026-11-20', reached: 3, of: 26 },
  { day: '2026-11-21', reached: 4, of: 25 },
];
const html = renderToStaticMarkup(<campaignProgress.Table data={{ days }} t={textFor('en')} />);

test('the table says of each day what is met and what is in force, the newest day first', () => {
  expect(html.indexOf('Nov 21, 2026')).toBeLessThan(html.indexOf('Nov 20, 2026'));
  expect([...html.matchAll(/<td[^>]*>(\d+)</g)].map(([, n]) => n)).toEqual(['4', '25', '3', '26']);
});
