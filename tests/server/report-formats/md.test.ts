import { expect, test } from 'vitest';
import { md } from '#server/report-formats/md.ts';
import { frozenQuarter, reportSource } from '#tests/support/build-report.ts';

test('the report reads as Markdown, with its hash at the end', () => {
  const source = reportSource();
  const text = md.write(source);
  expect(text.startsWith('# Payments, 2026-Q2\n\n')).toBe(true);
  expect(text).toContain('\n## Summary\n');
  expect(text).toContain('| Aspect | Level |');
  expect(text.trimEnd().endsWith(`\`${source.summary.scorecardSha256}\``)).toBe(true);
});

test('names cannot become mark-up or break a table', () => {
  const { settings } = frozenQuarter().bundle;
  const capabilities = settings.capabilities.map((one) => ({ ...one, name: '# <b>a|b</b>\n[x](http://y)' }));
  const text = md.write(reportSource(frozenQuarter({ bundle: { settings: { ...settings, capabilities } } })));
  expect(text).toContain('\\# \\<b\\>a\\|b\\</b\\> \\[x\\](http://y)');
});
