import { expect, test } from 'vitest';
import { fakeGithub, GITHUB_TOKEN } from '#tests/support/fake-tracker-github.ts';
import { beginJourney } from '#tests/support/journey.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { inspect } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'build-test']);
const { key: platform } = PLATFORM;
const SOON = { timeout: 45_000 };

test('a tracker is connected, an improvement gets its issue, and what is closed there is done here', async () => {
  const { client, product } = journey();
  const github = await fakeGithub(() => new Date());
  const watched = await journey().open(`/p/${platform}/settings/trackers`);
  const { page } = watched;
  await page.getByText('No issue tracker yet').waitFor();
  await page.getByRole('link', { name: 'Connect a tracker' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Platform issues');
  await page.getByLabel('Address of the API').fill(github.url);
  await page.getByLabel('Repository').fill('acme/platform');
  await page.getByLabel('Token', { exact: true }).fill(GITHUB_TOKEN);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('This address leads inside a private network').waitFor();
  await page.getByLabel('Addresses inside the network').fill('127.0.0.1');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('It answers: acme/platform. Nothing was written there.').waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Platform issues' }).waitFor();
  await page.getByText('No improvement is linked yet.').waitFor();
  const settings = page.url();
  expect(await inspect(watched)).toEqual([]);

  const criteria = [{ criterion: 'INV-2.b', capability: 'data' }];
  const proposal = { platform, title: 'Find a second maintainer', criteria };
  const { id } = await client.mutate<{ id: string }>('backlog.create', proposal);
  const item = `${product.url}/p/${platform}/backlog/${id}`;
  await page.goto(item);
  await page.getByText('It has no issue in a tracker.').waitFor();
  await page.getByRole('button', { name: 'Link to an issue' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Link', exact: true }).click();
  await page.getByText('A new issue is being made.').waitFor();
  await expect.poll(() => github.issues.length, SOON).toBe(1);
  expect(github.issue(1)).toMatchObject({ title: 'Find a second maintainer', state: 'open' });
  expect(github.issue(1).body).toContain(`${product.url}/p/${platform}/backlog/${id}`);
  await page.reload();
  await page.getByRole('link', { name: 'acme/platform#1' }).waitFor();
  expect(await inspect(watched)).toEqual([]);

  github.edit(1, { state: 'closed' });
  await page.goto(settings);
  await page.getByRole('button', { name: 'Call now' }).click();
  const stateNow = async () => (await client.query<{ item: { state: string } }>('backlog.read', { platform, id })).item;
  await expect.poll(async () => (await stateNow()).state, SOON).toBe('done');
  await page.goto(item);
  await page.getByText('Platform issues', { exact: true }).first().waitFor();
  expect(await page.content()).not.toContain(GITHUB_TOKEN);
  expect(await inspect(watched)).toEqual([]);

  await page.getByRole('button', { name: 'Unlink' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unlink' }).click();
  await page.getByText('It has no issue in a tracker.').waitFor();
  expect(github.issues).toHaveLength(1);
  await page.context().close();
});
