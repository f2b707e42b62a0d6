import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { levelHistory } from '#app/_charts/level-history.tsx';
import { textFor } from '#app/_messages/registry.ts';

const t = textFor('en');
const levels = [1, 2, 3, 4].map((level) => ({
  level,
  name: ['Provisional', 'Operational', 'Scalable', 'Optimizing'][level - 1] ?? '',
}));
const runs = [
  { from: '2026-01-01', to: '2026-01-10', level: 2, low: 1, high: 3 },
  { from: '2026-01-11', to: '2026-01-20', level: null, low: null, high: null },
];
const data = { levels, cells: [{ key: 'adoption', name: 'Adoption', runs }], breakDays: ['2026-01-06'] };

// twenty days on 160 units: ten days are 80; level 2 of 4 is half of 56
test('a level is a step as long as it held, and no level is the ground', () => {
  const svg = renderToStaticMarkup(<levelHistory.Drawing data={data} t={t} />);
  expect(svg).toContain('d="M0 28H80L80 56H160"');
  // possible: from level 1 (42 from the top) to level 3 (14 from the top)
  expect(svg).toContain('x="0" y="14" width="80" height="28"');
  expect(svg).toContain('d="M40 0V56"');
});

test('the table names every step', () => {
  const html = renderToStaticMarkup(<levelHistory.Table data={data} t={t} />);
  expect(html).toContain('2 Operational');
  expect(html).toContain('No level');
  expect(html.match(/<tr/g)).toHaveLength(3);
});
