import { expect, test } from 'vitest';
import { method } from '#server/reports/sections/method.ts';
import { frozenQuarter, paragraphsOf, reportMaterial, tablesOf } from '#tests/support/build-report.ts';

test('it names the three hashes, how to check them, who signed, and whose model it is', () => {
  const frozen = frozenQuarter();
  const { blocks } = method(reportMaterial(frozen));
  const { rubricSha256, bundleSha256, scorecardSha256 } = frozen.assessment;
  const [table] = tablesOf(blocks);
  expect(table?.rows.map(([, hash]) => hash)).toEqual([rubricSha256, bundleSha256, scorecardSha256]);
  expect(table?.note).toContain('Licence: CC-BY-4.0.');
  const said = paragraphsOf(blocks).join('\n');
  expect(said).toContain(`verify FILE --expect ${scorecardSha256}`);
  expect(said).toContain('Frozen by Ada on July 1, 2026');
  expect(said).toContain('Published by Grace on July 2, 2026');
});
