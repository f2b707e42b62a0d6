import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { inspect, inspectLooks } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const { key: platform } = PLATFORM;
const home = `/p/${platform}/backlog`;
const LATER = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

/** A person's answer has the platform scored at once. */
async function scoreAnew(criterion: string, capability: string | null): Promise<void> {
  const link = 'https://wiki.example.org/platform';
  await journey().client.mutate('attestations.answer', { platform, criterion, capability, answer: 'yes', link });
}

test('a campaign is planned for every capability, started, and shows how far it is by evidence', async () => {
  const { client, open } = journey();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  await client.rest('POST', '/metrics', { samples: [{ metric: 'maintainers', capability: 'data', at, value: 1 }] });
  await scoreAnew('INV-2.a', null);
  const watched = await open(`${home}/campaigns`);
  const { page } = watched;
  await page.getByRole('link', { name: 'Plan a campaign' }).click();
  await page.getByRole('heading', { level: 1, name: 'Plan a campaign' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Two maintainers everywhere');
  await page.getByLabel('Due', { exact: true }).fill(LATER);
  await page.getByLabel(/INV-2\.b/).check();
  await page.getByText('1 criterion chosen').waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Two maintainers everywhere' }).waitFor();
  await page.getByText('0 of 2 met by evidence').waitFor();
  await page.getByRole('button', { name: 'Start it' }).click();
  await page.getByText('Running', { exact: true }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('it ends by itself when evidence shows everything met', async () => {
  const { client, open } = journey();
  const at = new Date(Date.now() - 1_000).toISOString();
  const samples = ['data', 'observability'].map((capability) => ({ metric: 'maintainers', capability, at, value: 2 }));
  await client.rest('POST', '/metrics', { samples });
  await scoreAnew('INV-2.c', 'data');
  const { page } = await open(`${home}/campaigns`);
  await page.getByRole('link', { name: 'Two maintainers everywhere' }).click();
  await page.getByText(/Ended by itself/).waitFor();
  await page.getByText('2 of 2 met by evidence').waitFor();
  await page.context().close();
});

test('improvements come in from a file, and lie in time', async () => {
  const watched = await journey().open(`${home}/import`);
  const { page } = watched;
  const csv = `external_key,title,criteria,capability,due_on\nPLT-1,Write down who decides,INV-2.c,data,${LATER}\n`;
  await page.getByLabel('File').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Import 1 row' }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Import 1 row' }).click();
  await page.getByText('1 added, 0 changed.').waitFor();
  await page.goto(`${journey().product.url}${home}/timeline?scale=months`);
  await page.getByRole('link', { name: 'Write down who decides' }).first().waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('the ledger says that there is nothing to say yet', async () => {
  const watched = await journey().open(`${home}/ledger`);
  await watched.page.getByRole('heading', { name: 'Nothing has been settled yet' }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await watched.page.context().close();
});
