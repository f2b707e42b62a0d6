import { expect, test } from 'vitest';
import { levels } from '#server/reports/sections/levels.ts';
import { buildCapability } from '#tests/support/build-bundle.ts';
import { frozenQuarter, reportMaterial } from '#tests/support/build-report.ts';

test('the map has a row for each capability and says of each cell in words what it draws', () => {
  const [map] = levels(reportMaterial()).blocks;
  expect(map).toMatchObject({
    kind: 'heat-map',
    aspects: ['Investment', 'Adoption', 'Interfaces', 'Operations', 'Measurement'],
    title: 'All aspects are equally far from their targets',
    rows: [{ name: 'Web portals' }, { name: 'Data services' }],
  });
  const words = map?.kind === 'heat-map' ? map.rows.flatMap(({ cells }) => cells.map(({ now }) => now.words)) : [];
  expect(words).toHaveLength(10);
  expect(words[0]).toMatch(/^not known yet, up to \d if the unknown turns out well, target 3, 0% covered/);
});

test('a capability that is not offered says so and stays out of the bars', () => {
  const capabilities = [
    buildCapability({ key: 'data', name: 'Data services' }),
    buildCapability({ key: 'messaging', name: 'Messaging', state: 'not_offered' }),
  ];
  const frozen = frozenQuarter({ bundle: { settings: { capabilities, targets: [], minimumGroup: 5 } } });
  const [map] = levels(reportMaterial(frozen)).blocks;
  const rows = map?.kind === 'heat-map' ? map.rows : [];
  expect(rows.find(({ name }) => name === 'Messaging')?.cells.map(({ now }) => now.words)).toEqual(
    Array.from({ length: 5 }, () => 'not offered'),
  );
});

test('each cell stands beside itself of the last quarter, which has none where the capability is new', () => {
  const data = buildCapability({ key: 'data', name: 'Data services' });
  const messaging = buildCapability({ key: 'messaging', name: 'Messaging' });
  const quarter = (period: string, ...capabilities: (typeof data)[]) =>
    frozenQuarter({ assessment: { period }, bundle: { settings: { capabilities, targets: [], minimumGroup: 5 } } });
  const withdrawn = { ...data, state: 'not_offered' as const };
  const [map] = levels(reportMaterial(quarter('2026-Q2', data, messaging), quarter('2026-Q1', withdrawn))).blocks;
  expect(map).toMatchObject({
    periods: { now: '2026-Q2', before: '2026-Q1' },
    note: expect.stringContaining('In each pair, 2026-Q1 left, 2026-Q2 right.'),
  });
  const rows = map?.kind === 'heat-map' ? map.rows : [];
  const stateThen = (name: string) =>
    rows.find((row) => row.name === name)?.cells.map(({ before }) => before?.state ?? null);
  expect(stateThen('Data services')).toEqual(Array.from({ length: 5 }, () => 'not_offered'));
  expect(stateThen('Messaging')).toEqual(Array.from({ length: 5 }, () => null));
});
