import { expect, test } from 'vitest';
import { capabilities } from '#server/reports/sections/capabilities.ts';
import { buildCapability } from '#tests/support/build-bundle.ts';
import { frozenQuarter, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

test('each capability has its five cells, with what stands in the way and who owns it', () => {
  const [portals, data] = tablesOf(capabilities(reportMaterial()).blocks);
  expect(portals).toMatchObject({ title: 'Web portals: 0% of the way to target', note: 'Owned by portal-team.' });
  expect(data?.note).toBe('No team owns it.');
  expect(portals?.rows.map(([aspect]) => aspect)).toEqual([
    'Investment',
    'Adoption',
    'Interfaces',
    'Operations',
    'Measurement',
  ]);
  // aspect, level, range, target, coverage, in the way
  expect(portals?.rows[2]?.slice(3, 5)).toEqual(['3', '0%']);
  expect(portals?.rows[2]?.[5]).toMatch(/\(INT-1\.a, no evidence was ever seen\)/);
});

test('a capability that is not offered has no cells to show', () => {
  const settings = {
    capabilities: [buildCapability({ key: 'data', name: 'Data services', state: 'not_offered' as const })],
    targets: [],
    minimumGroup: 5,
  };
  const [table] = tablesOf(capabilities(reportMaterial(frozenQuarter({ bundle: { settings } }))).blocks);
  expect(table).toMatchObject({ title: 'Data services: not offered', rows: [] });
});
