import { expect, test } from 'vitest';
import { surveys } from '#server/reports/sections/surveys.ts';
import { buildSurvey } from '#tests/support/build-bundle.ts';
import { frozenQuarter, paragraphsOf, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

test('participation is shown for everybody asked, and hidden counts stay hidden', () => {
  const results = [
    buildSurvey('usability', 10, 20, { capability: 'data', invited: 40 }),
    buildSurvey('usability', 3, 6, { capability: 'web-portals', invited: 40, n: null, counts: null }),
    buildSurvey('usability', 3, 6, { capability: 'data', invited: 9, audience: 'team:ledger' }),
  ];
  const [table] = tablesOf(surveys(reportMaterial(frozenQuarter({ bundle: { surveys: results } }))).blocks);
  expect(table?.rows.map((row) => row.slice(1))).toEqual([
    ['Data services', 'Jun 20, 2026', '40', '20', '50%'],
    ['Web portals', 'Jun 20, 2026', '40', 'hidden for anonymity', '–'],
  ]);
});

test('a quarter without a survey says so', () => {
  expect(paragraphsOf(surveys(reportMaterial()).blocks)).toEqual([expect.stringContaining('No survey')]);
});
