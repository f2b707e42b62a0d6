import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { twoViews } from '#app/_charts/two-views.tsx';
import { textFor } from '#app/_messages/registry.ts';

const points = [
  { x: 3, y: 1, isCarried: true, cells: ['Databases, Interfaces', 'Secrets, Operations'] },
  { x: 2, y: 2, isCarried: false, cells: ['Pipelines, Adoption'] },
];
const html = renderToStaticMarkup(
  <twoViews.Table data={{ x: 'Measured', y: 'Felt', top: 4, points }} t={textFor('en')} />,
);

test('the table names every cell that a disc stands for', () => {
  for (const name of ['Databases, Interfaces', 'Secrets, Operations', 'Pipelines, Adoption'])
    expect(html).toContain(name);
  expect(html.indexOf('Measured')).toBeLessThan(html.indexOf('Felt</th>'));
});

test('thin evidence is said in words', () => {
  expect(html).toContain('carries both');
  expect(html).toContain('is thin');
});
