import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { csv } from '#server/report-formats/csv.ts';
import { frozenQuarter, reportSource } from '#tests/support/build-report.ts';

test('there is one row a cell, and what is unknown is empty', () => {
  const source = reportSource();
  const { data, errors } = Papa.parse<Record<string, string>>(csv.write(source), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(10);
  expect(data[0]).toMatchObject({
    ...{ platform: 'payments', period: '2026-Q2', aspect: 'investment', state: 'scored', level: '1', target: '3' },
    ...{ confidence: '', claimed: '', rubric: 'cncf-platform 1.0.0' },
    scorecard_sha256: source.summary.scorecardSha256,
  });
});

test('lines end as RFC 4180 says', () => {
  expect(csv.write(reportSource()).split('\r\n')).toHaveLength(12);
});

test('a name that looks like a formula is a name', () => {
  const settings = frozenQuarter().bundle.settings;
  const capabilities = settings.capabilities.map((one) => ({ ...one, name: '=HYPERLINK("x")' }));
  const source = reportSource(frozenQuarter({ bundle: { settings: { ...settings, capabilities } } }));
  for (const line of csv.write(source).split('\r\n')) expect(line).not.toMatch(/(^|,)[=+@]/);
});
