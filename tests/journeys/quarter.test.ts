import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect, inspectLooks } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const DAY_MS = 86_400_000;

test('pushed samples decide criteria, and the overview shows the cell with its reasons', async () => {
  const samples = Array.from({ length: 28 }, (_, day) => ({
    metric: 'self-service-rate',
    capability: 'data',
    at: new Date(Date.now() - (28 - day) * DAY_MS).toISOString(),
    value: 0.97,
  }));
  await journey().client.rest('POST', '/metrics', { samples });
  // new samples are scored within a minute; a change by a person at once
  await journey().client.rest('POST', '/platforms/payments/capabilities', { key: 'data', provider: 'Team storage' });
  const answer = await journey().client.rest('GET', '/platforms/payments/cells/data/interfaces/explanation');
  expect(await answer.text()).toContain('0.97');
  const watched = await journey().open('/p/payments');
  await watched.page.getByRole('link', { name: /Data/ }).first().waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await watched.page.context().close();
});

test('an editor drafts the quarter, freezes it, reads its report and publishes it', async () => {
  const watched = await journey().open('/p/payments/reports');
  const { page } = watched;
  await page.getByRole('link', { name: 'See the draft' }).click();
  await page.getByLabel('Note for the readers').fill('Our first look at ourselves.');
  await page.getByLabel('What is asked of the readers').fill('Decide who owns messaging.\nFree two people.');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByRole('article').getByText('Free two people.').waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Freeze a quarter' }).first().click();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Freeze' }).click();
  await page.waitForURL(/\/reports\/[^/]+$/);
  await page.getByText('This quarter is in review').waitFor();
  await page.getByText('Our first look at ourselves.').first().waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('This quarter is in review').waitFor({ state: 'detached' });
  await page.context().close();
});

test('its export is recomputed offline to the same hashes, and a changed one is found out', async () => {
  const watched = await journey().open('/p/payments/reports');
  const { page } = watched;
  await page
    .getByRole('main')
    .getByRole('link', { name: /\d{4}-Q\d/ })
    .first()
    .click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'JSON', exact: true }).click(),
  ]);
  const file = join(journey().product.dataFolder, 'quarter.json');
  await download.saveAs(file);
  const verify = () => execFileSync(process.execPath, ['server/cli/plumbline.mjs', 'verify', file], { stdio: 'pipe' });
  expect(verify().toString()).not.toBe('');
  writeFileSync(file, readFileSync(file, 'utf8').replace('0.97', '0.98'));
  expect(verify).toThrow();
  await page.context().close();
});
