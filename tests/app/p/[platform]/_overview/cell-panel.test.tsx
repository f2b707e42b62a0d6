import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CellPanel } from '#app/p/[platform]/_overview/cell-panel.tsx';
import type { MapCell } from '#app/p/[platform]/_overview/overview-data.ts';

const NAMES = {
  levels: [1, 2, 3, 4].map((level) => ({ level, name: `Name ${level}` })),
  ...{ aspects: [], titles: {}, platform: 'payments', since: '' },
};
const none: MapCell = {
  ...{ capability: 'data', aspect: 'adoption', state: 'not_offered', level: null, low: null, high: null, next: null },
  ...{ target: 3, coverage: null, confidence: null, claimed: null, marks: [], moreBlockers: 0, unchecked: 0 },
  blockers: [],
};
const panelOf = (given: Partial<MapCell>) =>
  renderToStaticMarkup(<CellPanel cell={{ ...none, ...given }} rows={[]} names={NAMES} onClose={() => {}} />);

test('a capability that was withdrawn says so, and that nothing is left to reach is not said of it', () => {
  const unknown = { id: 'ADO-1.a', state: 'unknown', reason: 'no_data' } as const;
  for (const panel of [panelOf({}), panelOf({ blockers: [unknown] })]) {
    expect(panel).toContain('The platform does not offer this capability');
    expect(panel).not.toMatch(/Nothing is left to reach|must exist|What holds it/);
  }
});

test('where what must exist does not, that comes first', () => {
  const panel = panelOf({ blockers: [{ id: 'ADO-1.a', state: 'not_met', reason: null }] });
  expect(panel).toContain('What must exist at all does not exist yet');
  expect(panel).toContain('What must exist first');
  expect(panel).not.toContain('What holds it at');
});
