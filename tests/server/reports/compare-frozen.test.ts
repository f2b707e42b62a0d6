import { expect, test } from 'vitest';
import { compareFrozen } from '#server/reports/compare-frozen.ts';
import { buildCapability, buildSeries } from '#tests/support/build-bundle.ts';
import { frozenQuarter } from '#tests/support/build-report.ts';

const settingsWith = (...capabilities: ReturnType<typeof buildCapability>[]) => ({
  settings: { capabilities, targets: [], minimumGroup: 5 },
});
const portals = buildCapability({ key: 'web-portals', name: 'Web portals' });
const data = buildCapability({ key: 'data', name: 'Data services' });

test('a capability that is no longer offered says so in each of its cells', () => {
  const before = frozenQuarter({ bundle: settingsWith(portals, data) });
  const withdrawn = { ...data, state: 'not_offered' as const };
  const { moved, added, archived } = compareFrozen(before, frozenQuarter({ bundle: settingsWith(portals, withdrawn) }));
  expect([added, archived]).toEqual([[], []]);
  expect(moved.map(({ capability, to, capabilityChange }) => [capability, to, capabilityChange])).toEqual(
    Array.from({ length: 5 }, () => ['data', null, 'no_longer_offered']),
  );
});

test('a capability that came or went is named, and is no move of a level', () => {
  const change = compareFrozen(
    frozenQuarter({ bundle: settingsWith(portals) }),
    frozenQuarter({ bundle: settingsWith(data) }),
  );
  expect(change).toMatchObject({ moved: [], added: ['data'], archived: ['web-portals'], rubricChanged: false });
});

test('evidence that decides nothing moves nothing', () => {
  const bundle = { metrics: [buildSeries('self-service-rate', { 1: 0.1 }, { capability: 'data' })] };
  expect(compareFrozen(frozenQuarter(), frozenQuarter({ bundle })).moved).toEqual([]);
});
