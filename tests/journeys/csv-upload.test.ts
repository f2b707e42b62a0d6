import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const today = new Date().toISOString().slice(0, 10);
const ROWS = [
  'metric;capability;at;value',
  `self-service-rate;data;${today};0.91`,
  `self-service-rate;data;${today};lots`,
  `no-such-metric;data;${today};0.5`,
  `team-adoption;observability;${today};0.42`,
];

test('a file with bad rows is shown before it is stored: the good are taken, the bad are named by row', async () => {
  const watched = await journey().open('/p/payments/evidence/upload', { theme: 'dark', width: 360 });
  const { page } = watched;
  const buffer = Buffer.from(`\uFEFF${ROWS.join('\r\n')}\r\n`);
  await page.getByLabel('File').setInputFiles({ name: 'weekly.csv', mimeType: 'text/csv', buffer });
  await page.getByText('2 rows are good').waitFor();
  await page.getByText('2 rows cannot be taken').waitFor();
  await page.getByText('no-such-metric').first().waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await page.getByText('2 rows imported').waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('link', { name: 'See the metrics' }).click();
  await page.getByText('0.91').or(page.getByText('91')).first().waitFor();
  await page.context().close();
});
