import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { inspect } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const { key: platform } = PLATFORM;
const home = `/p/${platform}/backlog`;
const LATER = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

/** Of `data` everything that level 2 of Investment asks for, but the second maintainer. */
beforeAll(async () => {
  const { client } = journey();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  await client.rest('POST', '/metrics', { samples: [{ metric: 'maintainers', capability: 'data', at, value: 1 }] });
  const link = 'https://wiki.example.org/platform';
  for (const [criterion, capability] of [
    ['INV-2.a', null],
    ['INV-2.c', 'data'],
  ]) {
    const answer = { platform, criterion, capability, answer: 'yes', link };
    const { id } = await client.mutate<{ id: string }>('attestations.answer', answer);
    await client.mutate('attestations.review', { id, accept: true });
  }
});

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, state: string, title: string) => column(page, state).getByRole('link', { name: title });

test('an improvement begins where its criterion stands, and shows what it would change before it is kept', async () => {
  const watched = await journey().open(`/p/${platform}/capabilities/data?aspect=investment&criterion=INV-2.b`);
  const { page } = watched;
  await page.getByRole('link', { name: 'Propose an improvement' }).click();
  await page.getByRole('heading', { level: 1, name: 'Propose an improvement' }).waitFor();
  // two capabilities, five aspects, two steps each: one level of one cell is 5 points
  await page.getByText('+5 points', { exact: true }).waitFor();
  expect(await page.getByText('Data services, Investment: 1 to 2').count()).toBe(1);
  expect(await inspect(watched)).toEqual([]);
  await page.getByLabel('What will be done').fill('Find a second maintainer');
  await page.getByLabel('Due', { exact: true }).fill(LATER);
  await page.getByRole('button', { name: 'Propose it' }).click();
  await page.getByRole('heading', { level: 1, name: 'Find a second maintainer' }).waitFor();
  expect(await page.getByText('+5 points', { exact: true }).count()).toBe(1);
  await page.goto(`${journey().product.url}/p/${platform}/capabilities/data?aspect=investment`);
  // beside the criterion, and in the route to target
  const links = page.getByRole('link', { name: 'Find a second maintainer' });
  await links.nth(1).waitFor();
  await page.context().close();
});

test('a card is moved by keyboard alone, and what happened is said', async () => {
  const watched = await journey().open(home);
  const { page } = watched;
  await cardIn(page, 'Proposed', 'Find a second maintainer').waitFor();
  const menu = page.getByRole('button', { name: 'Move “Find a second maintainer”' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'To Planned' }).waitFor();
  await page.keyboard.press('Enter');
  await cardIn(page, 'Planned', 'Find a second maintainer').waitFor();
  await page.getByText('“Find a second maintainer” is now in Planned, 1 of 1.').waitFor({ state: 'attached' });
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('a card is dragged to another column', async () => {
  const { page } = await journey().open(home);
  const card = page.getByRole('listitem').filter({ hasText: 'Find a second maintainer' });
  await card.dragTo(column(page, 'Doing'));
  await cardIn(page, 'Doing', 'Find a second maintainer').waitFor();
  await page.getByText('“Find a second maintainer” is now in Doing, 1 of 1.').waitFor({ state: 'attached' });
  await page.context().close();
});

test('of two people who move one card, the later is told and sees how it stands now', async () => {
  const { client, open } = journey();
  const { page } = await open(home);
  await cardIn(page, 'Doing', 'Find a second maintainer').waitFor();
  const { items } = await client.query<{ items: { id: string; version: number }[] }>('backlog.list', { platform });
  for (const { id, version } of items) await client.mutate('backlog.move', { platform, id, version, state: 'done' });
  await page.getByRole('button', { name: 'Move “Find a second maintainer”' }).click();
  await page.getByRole('menuitem', { name: 'To Dropped' }).click();
  await page.getByText(/stays where it is\. Somebody changed .* it is now done/).waitFor();
  await cardIn(page, 'Done', 'Find a second maintainer').waitFor();
  await page.context().close();
});

test('evidence verifies it, and what it brought stands beside what was predicted', async () => {
  const { client, open } = journey();
  const at = new Date(Date.now() - 1_000).toISOString();
  await client.rest('POST', '/metrics', { samples: [{ metric: 'maintainers', capability: 'data', at, value: 2 }] });
  const { page } = await open(home);
  await cardIn(page, 'Done', 'Find a second maintainer').click();
  await page.getByRole('button', { name: 'Evaluate now' }).click();
  await page.getByText('Verified: evidence shows every criterion met.').waitFor();
  await page.getByText('moved it from Done to Verified').waitFor();
  expect(await page.getByText('+5 points').count()).toBe(2);
  await page.context().close();
});

test('the table is sorted, filtered and grouped by its address', async () => {
  const { client, open } = journey();
  const criteria = [{ criterion: 'INV-2.b', capability: 'observability' }];
  await client.mutate('backlog.create', { platform, title: 'Ask for help', criteria, effortDays: 1 });
  const watched = await open(`${home}/table?group=state`);
  const { page } = watched;
  await page.getByRole('rowheader').first().waitFor();
  expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Proposed', 'Verified']);
  await page.getByLabel('Search').fill('inv-2.b help');
  await page.getByText('1 improvement', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Sort by Person-days' }).click();
  expect(new URL(page.url()).search).toBe('?group=state&q=inv-2.b+help&sort=-effort');
  await page.reload();
  expect(await page.getByRole('link', { name: 'Ask for help' }).count()).toBe(1);
  expect(await page.getByRole('link', { name: 'Find a second maintainer' }).count()).toBe(0);
  await page.getByLabel('Search').fill('nothing like this');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('an exemption is asked for, decided and ended where the register lists it', async () => {
  const watched = await journey().open(`${home}/exemptions`);
  const { page } = watched;
  await page.getByRole('heading', { name: 'Nothing is exempt' }).waitFor();
  await page.getByRole('button', { name: 'Ask for an exemption' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Of').selectOption('observability');
  await dialog.getByLabel('Criterion').selectOption('INV-2.b');
  await dialog.getByLabel('Reason').fill('The second person starts in spring.');
  await dialog.getByLabel('Until', { exact: true }).fill(LATER);
  await dialog.getByRole('button', { name: 'Send request' }).click();
  const row = page.getByRole('row').filter({ hasText: 'The second person starts in spring.' });
  await row.getByText('Waits for a decision').waitFor();
  await row.getByRole('button', { name: 'Decide' }).click();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Approve' }).click();
  await row.getByText('In force').waitFor();
  await page.getByText('1 in force').waitFor();
  expect(await inspect(watched)).toEqual([]);
  await row.getByRole('button', { name: 'Withdraw' }).click();
  await row.getByText('Ended').waitFor();
  await page.context().close();
});
