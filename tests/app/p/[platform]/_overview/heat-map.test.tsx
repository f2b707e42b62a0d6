// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime.js';
import { useEffect, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HeatMap } from '#app/p/[platform]/_overview/heat-map.tsx';
import type { MapCell, MapRow } from '#app/p/[platform]/_overview/overview-data.ts';

const ASPECTS = [
  { key: 'investment', name: 'Investment', question: 'Who pays?', group: null },
  { key: 'adoption', name: 'Adoption', question: 'Who uses it?', group: null },
];
const NAMES = {
  levels: [1, 2, 3, 4].map((level) => ({ level, name: `Name ${level}` })),
  aspects: ASPECTS,
  titles: { 'ADO-2.a': 'Somebody recommends it' },
  platform: 'payments',
  since: '2026-Q3',
};

const cell = (given: Partial<MapCell> & Pick<MapCell, 'capability' | 'aspect'>): MapCell => ({
  ...{ state: 'scored', level: 2, low: 2, high: 2, next: 3, target: 3, coverage: 1, confidence: 'high' },
  ...{ claimed: null, marks: [], blockers: [], moreBlockers: 0, unchecked: 0 },
  ...given,
});
const row = (
  key: string,
  name: string,
  toTarget: number | null,
  levels: [number, number],
  ownerName: string | null = null,
): MapRow => ({
  ...{ key, name, toTarget, ownerName, mandatory: false, consumption: 'requested', moved: null },
  cells: ASPECTS.map(({ key: aspect }, index) =>
    cell({
      capability: key,
      aspect,
      level: levels[index] ?? null,
      blockers: [{ id: 'ADO-2.a', state: 'unknown', reason: 'no_data' }],
    }),
  ),
});
const ROWS = [
  { ...row('data', 'Data services', 0.5, [2, 1], 'Storage'), moved: { rose: 2, fell: 0 } },
  row('apis', 'APIs', null, [1, 3]),
  row('security', 'Security', 0.2, [3, 2], 'Storage'),
];

/** Next keeps the search parameters in step with the address; so does this. */
function Page() {
  const [query, setQuery] = useState(window.location.search);
  useEffect(() => {
    const replace = window.history.replaceState;
    window.history.replaceState = function replaceState(...args) {
      replace.apply(this, args);
      setQuery(new URL(String(args[2]), window.location.href).search);
    };
    return () => {
      window.history.replaceState = replace;
    };
  }, []);
  return (
    <SearchParamsContext value={new URLSearchParams(query)}>
      <HeatMap rows={ROWS} names={NAMES} />
    </SearchParamsContext>
  );
}

beforeEach(() => window.history.replaceState(null, '', '/p/payments'));
afterEach(cleanup);

const namesInOrder = () => screen.getAllByRole('rowheader').map((header) => header.textContent);
const button = (name: RegExp) => screen.getByRole('button', { name });

test('a capability says how many of its cells rose and fell since the last quarter, in words too', () => {
  render(<Page />);
  expect(screen.getByText(/^2 cells rose since 2026-Q3/)).toBeTruthy();
  expect(screen.queryByText(/fell since/)).toBeNull();
});

test('every cell says in words what its meter shows', () => {
  render(<Page />);
  expect(button(/^Data services, Investment: 2 Name 2, target 3, 100% covered by evidence$/)).toBeTruthy();
});

test('a cell opens a panel with what holds it and where to go, and the map stays', () => {
  render(<Page />);
  fireEvent.click(button(/^Data services, Adoption/));
  const panel = screen.getByRole('complementary', { name: 'Data services · Adoption' });
  expect(within(panel).getByText('1 Name 1')).toBeTruthy();
  expect(within(panel).getByText('Somebody recommends it').getAttribute('href')).toBe(
    '/p/payments/capabilities/data?aspect=adoption&criterion=ADO-2.a',
  );
  expect(namesInOrder()).toEqual(['Data services', 'APIs', 'Security']);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('a column sorts up, down, and back to the order of the platform; what is not known stays last', () => {
  render(<Page />);
  const header = screen.getByRole('button', { name: 'To target' });
  fireEvent.click(header);
  expect(namesInOrder()).toEqual(['Security', 'Data services', 'APIs']);
  fireEvent.click(header);
  expect(namesInOrder()).toEqual(['Data services', 'Security', 'APIs']);
  fireEvent.click(header);
  expect(namesInOrder()).toEqual(['Data services', 'APIs', 'Security']);
});

test('the order, the grouping and the open cell come from the address', () => {
  window.history.replaceState(null, '', '/p/payments?sort=name&group=owner&cell=apis/adoption');
  render(<Page />);
  expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual(
    expect.arrayContaining(['APIs', 'Data services', 'Security']),
  );
  expect(screen.getByText('Without an owner')).toBeTruthy();
  expect(screen.getByText('Storage')).toBeTruthy();
  expect(screen.getByRole('complementary', { name: 'APIs · Adoption' })).toBeTruthy();
});

test('the grid is one stop of the Tab key; arrows move inside it', () => {
  render(<Page />);
  const grid = screen.getByRole('grid');
  const stops = () => grid.querySelectorAll('tbody [tabindex="0"]');
  expect(stops()).toHaveLength(1);
  button(/^Data services, Investment/).focus();
  fireEvent.keyDown(document.activeElement ?? grid, { key: 'ArrowDown' });
  fireEvent.keyDown(document.activeElement ?? grid, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(button(/^APIs, Adoption/));
  fireEvent.keyDown(document.activeElement ?? grid, { key: 'Home' });
  expect(document.activeElement?.textContent).toBe('APIs');
  expect(stops()).toHaveLength(1);
});

test('many aspects stand in their groups, and a level that is not whole is told with its decimals', () => {
  const aspects = Array.from({ length: 9 }, (_, i) => ({
    ...{ key: `a${i}`, name: `Aspect ${i}`, question: '?', group: i < 6 ? 'Design' : 'Operations' },
  }));
  const names = { ...NAMES, levels: NAMES.levels.slice(0, 3), aspects };
  const cells = aspects.map(({ key }) => cell({ capability: 'data', aspect: key, level: 1.25, high: 1.75, target: 2 }));
  const data = { ...row('data', 'Data services', 0.5, [1, 1]), cells };
  render(
    <SearchParamsContext value={new URLSearchParams()}>
      <HeatMap rows={[data]} names={names} />
    </SearchParamsContext>,
  );
  expect(screen.getByText('Design').getAttribute('colspan')).toBe('6');
  expect(screen.getByText('Operations').getAttribute('colspan')).toBe('3');
  const [first] = screen.getAllByText(
    'Data services, Aspect 0: 1.25, target 2, up to 1.75 if the unknown turns out well, 100% covered by evidence',
  );
  expect(first?.closest('button')?.textContent).toContain('1.3');
});
