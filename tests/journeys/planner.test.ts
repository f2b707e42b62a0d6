import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { inspect, inspectLooks } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const { key: platform } = PLATFORM;
const home = `/p/${platform}/backlog/planner`;

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

const cell = (page: Page) => page.getByRole('button', { name: /^Data services, Investment/ });
const maintainers = (page: Page) => page.getByLabel(/^INV-2\.b, .*: take it as$/);
// two capabilities, five aspects, two steps each: one level of one cell is 5 points
const WOULD = '+5 points, 1 cell changes. Assumed, not measured.';

test('a criterion taken as met shows at once what would be, beside what is, and its link says the same to others', async () => {
  const watched = await journey().open(home);
  const { page } = watched;
  await cell(page).click();
  await maintainers(page).selectOption({ label: 'Take as: met' });
  await page.getByText(WOULD).waitFor();
  expect(await cell(page).textContent()).toContain('1 → 2');
  await page.waitForURL(/assume=m_INV-2\.b_data/);
  expect(await inspect(watched)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await inspectLooks(watched)).toEqual([]);
  const { page: theirs } = await journey().open(`${home}?${new URL(page.url()).searchParams}`);
  await theirs.getByText(WOULD).waitFor();
  await theirs.context().close();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Choose a cell and say what you would take as met.').waitFor();
  await page.waitForURL((url) => !url.searchParams.has('assume'));
  await page.context().close();
});

test('the map is walked and opened by keyboard, and a level is taken as reached at one stroke', async () => {
  const { page } = await journey().open(home);
  await page.getByRole('grid').getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe('false');
  await cell(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take level 2 as reached' }).click();
  await page.getByText(WOULD).waitFor();
  await page.context().close();
});

test('a link that was cut or made up is said to be unreadable, and nothing is assumed', async () => {
  const watched = await journey().open(`${home}?assume=m_INV-2.b_data__q_%3Cscript%3E`);
  await watched.page.getByText('This link cannot be read.').waitFor();
  expect(await watched.page.getByText('Choose a cell and say what you would take as met.').count()).toBe(1);
  expect(await inspect(watched)).toEqual([]);
  await watched.page.context().close();
});

test('a what-if is kept under a name, listed, compared with today, made into work, and deleted', async () => {
  const watched = await journey().open(`${home}?assume=m_INV-2.b_data`);
  const { page } = watched;
  await page.getByRole('button', { name: 'Keep as scenario' }).click();
  await page.getByLabel('Name', { exact: true }).fill('More people');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep as scenario' }).click();
  await page.getByRole('heading', { name: 'More people' }).waitFor();
  await page.getByRole('button', { name: 'Make improvements' }).click();
  await page.getByRole('button', { name: 'Propose work on 1 criterion' }).click();
  await page.getByRole('link', { name: 'More people: Data services' }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.goto(`${journey().product.url}${home}/scenarios`);
  await page.getByRole('link', { name: 'More people' }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('heading', { name: '1 cell differs' }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.goto(`${journey().product.url}${home}/scenarios`);
  await page.getByRole('button', { name: 'Delete “More people”' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await page.getByText('No scenario is kept yet').waitFor();
  await page.context().close();
});

test('a cell shows its route to target, and its criteria can be tried where they stand', async () => {
  const watched = await journey().open(`/p/${platform}/capabilities/data?aspect=investment`);
  const { page } = watched;
  const route = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Route to target' }) });
  await route.getByText('+5 points, level 2').waitFor();
  await page.getByRole('button', { name: 'What if …' }).click();
  await maintainers(page).selectOption({ label: 'Take as: met' });
  await page.getByText(WOULD).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('the whole way leads to target, the best paid level first', async () => {
  const watched = await journey().open(`${home}/route`);
  await watched.page.getByText(/^From 0% to 100%/).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await watched.page.context().close();
});
