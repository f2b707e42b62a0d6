import { expect, test } from 'vitest';
import { html } from '#server/report-formats/html.ts';
import { frozenQuarter, reportSource } from '#tests/support/build-report.ts';

const evil = `"><script>alert('x')</script>\\`;

test('names are text, wherever they stand, the foot of the page included', () => {
  const { settings } = frozenQuarter().bundle;
  const capabilities = settings.capabilities.map((one) => ({ ...one, name: evil }));
  const frozen = frozenQuarter({
    bundle: { settings: { ...settings, capabilities } },
    assessment: { platformName: evil, note: evil },
  });
  const file = html.write(reportSource(frozen));
  expect(file).not.toContain('<script');
  expect(file).toContain('&lt;script&gt;');
  // in the style attribute the quotes of the CSS string are escaped twice: for CSS, then for HTML
  expect(file).toMatch(/--report-line:&quot;\\22 &gt;/);
});

test('the file stands alone: nothing in it is fetched', () => {
  const file = html.write(reportSource());
  expect(file).not.toMatch(/(src|href)=/);
  expect(file).not.toContain('url(');
});

test('a meter says in words what it draws', () => {
  expect(html.write(reportSource())).toMatch(/<svg [^>]*role="img" aria-label="not known yet, [^"]+"/);
});
