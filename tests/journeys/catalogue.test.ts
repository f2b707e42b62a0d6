import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability', 'security']);
const HOME = '/p/payments/settings';

test('teams come from a file, are moved by keyboard, and show what they were', async () => {
  const watched = await journey().open(`${HOME}/import/teams`, { theme: 'dark', width: 360 });
  const { page } = watched;
  const paste = page.getByLabel('Or paste it here');
  await paste.fill('key;name;parent\ncommerce;Commerce;\nrisk;Risk;\ncheckout;Checkout;commerse\n');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('There is no team "commerse".').waitFor();
  expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
  expect(await inspect(watched)).toEqual([]);

  await paste.fill('key;name;parent\ncommerce;Commerce;\nrisk;Risk;\ncheckout;Checkout;commerce\n');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  await page.getByText('3 added, 0 changed.').waitFor();
  await page.getByRole('link', { name: 'Back', exact: true }).first().click();

  await page.getByRole('button', { name: 'Edit Checkout' }).press('Enter');
  const above = page.getByLabel('Belongs to');
  expect(await above.locator('option').allTextContents()).toEqual(['None', 'Commerce', 'Risk']);
  await above.selectOption('Risk');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByText('Checkout in Risk').waitFor();
  await page.getByRole('button', { name: 'Edit Checkout' }).press('Enter');
  await page.getByText('Checkout, in Commerce').waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('a team that is needed says why it stays; another goes', async () => {
  const watched = await journey().open(`${HOME}/teams`);
  const { page } = watched;
  await page.getByRole('button', { name: 'Edit Risk' }).click();
  await page.getByText('Risk is needed: other teams belong to it or once did. Archive it instead.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add team' }).click();
  await page.getByLabel('Team', { exact: true }).fill('Typo');
  await page.getByLabel('Key').fill('typo');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit Typo' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Delete Typo for good?').waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Edit Typo' }).waitFor({ state: 'detached' });
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('targets are set a column at a time, undone, and kept', async () => {
  const watched = await journey().open(`${HOME}/targets`);
  const { page } = watched;
  const cell = page.getByLabel('Data services, Interfaces');
  const column = page.getByLabel('Every capability: Interfaces');
  await column.selectOption('4 Optimizing');
  await page.getByText('3 cells changed').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await cell.inputValue()).toBe('');
  await column.selectOption('4 Optimizing');
  await cell.selectOption('2 Operational');
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Save targets' }).click();
  await page.getByText('cells changed').waitFor({ state: 'detached' });
  await page.reload();
  expect(await cell.inputValue()).toBe('2');
  expect(await page.getByLabel('Observability, Interfaces').inputValue()).toBe('4');
  await page.context().close();
});

test('the order of capabilities is changed by keyboard, which stays where it is', async () => {
  const watched = await journey().open(`${HOME}/capabilities`);
  const { page } = watched;
  const names = () => page.locator('tbody tr td:first-child').allTextContents();
  const first = (await names())[0] ?? '';
  const down = page.getByRole('button', { name: `Move ${first} down` });
  await down.press('Enter');
  await page.getByText(`${first} is now number 2.`).waitFor({ state: 'attached' });
  expect(await down.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.waitForResponse((response) => response.url().includes('orderCapabilities') && response.ok());
  await page.reload();
  expect((await names())[1]).toBe(first);
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});
