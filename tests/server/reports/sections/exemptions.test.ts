import { expect, test } from 'vitest';
import { exemptions } from '#server/reports/sections/exemptions.ts';
import { daysBefore } from '#tests/support/build-bundle.ts';
import { frozenQuarter, paragraphsOf, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

test('exemptions are shown with when they end and who stood behind them', () => {
  const approved = { criterion: 'INT-2.a', capability: 'data', approvedAt: daysBefore(3) };
  const frozen = frozenQuarter({
    bundle: {
      exemptions: [{ ...approved, expiresAt: daysBefore(-30), selfApproved: true }],
      notApplicable: [{ ...approved, criterion: 'INT-2.b', capability: null, selfApproved: false }],
    },
  });
  const [exempt, aside] = tablesOf(exemptions(reportMaterial(frozen)).blocks);
  expect(exempt?.title).toBe('1 exemption counts as met until it ends');
  expect(exempt?.rows[0]?.slice(1)).toEqual(['Data services', 'Jun 27, 2026', 'Jul 30, 2026', 'yes']);
  expect(aside?.rows[0]?.slice(1)).toEqual(['the platform', 'Jun 27, 2026', '–', 'no']);
});

test('what the rubric of the quarter does not have counts as nothing, and is not shown', () => {
  const gone = { criterion: 'INT-2.z', capability: 'data', approvedAt: daysBefore(3), selfApproved: false };
  const frozen = frozenQuarter({
    bundle: { exemptions: [{ ...gone, expiresAt: daysBefore(-30) }], notApplicable: [gone] },
  });
  expect(tablesOf(exemptions(reportMaterial(frozen)).blocks)).toEqual([]);
});

test('without any it says so', () => {
  expect(paragraphsOf(exemptions(reportMaterial()).blocks)).toEqual([expect.stringContaining('Nothing was exempt')]);
});
