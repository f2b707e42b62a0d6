import { expect, test } from 'vitest';
import { compareFrozen } from '#server/reports/compare-frozen.ts';
import { buildCapability, buildSeries, daysBefore } from '#tests/support/build-bundle.ts';
import { cncfRubric, frozenQuarter } from '#tests/support/build-report.ts';

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
  expect(
    moved.map(({ capability, to, way, capabilityChange }) => [capability, to.state, way, capabilityChange]),
  ).toEqual(Array.from({ length: 5 }, () => ['data', 'not_offered', 0, 'no_longer_offered']));
});

test('a cell whose criteria no longer apply has moved, and has not fallen', () => {
  const { criteria } = cncfRubric().pack;
  const notApplicable = criteria
    .filter(({ aspect, role }) => aspect === 'interfaces' && role === 'required')
    .map(({ id: criterion, scope }) => ({
      ...{ criterion, capability: scope === 'capability' ? 'data' : null },
      ...{ approvedAt: daysBefore(3), selfApproved: false },
    }));
  const { moved } = compareFrozen(frozenQuarter(), frozenQuarter({ bundle: { notApplicable } }));
  expect(moved).toMatchObject([{ aspect: 'interfaces', to: { state: 'not_applicable', level: null }, way: 0 }]);
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
