import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { ADMINISTRATOR } from '#tests/support/machine-client.ts';
import { inspect, inspectLooks, openPage, whenAlive } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const ROUNDS = '/p/payments/self-assessment/rounds';
const rater = { name: 'Rae Rater', email: 'rae@example.org', password: 'four quiet words to rate' };
const SENTENCE = 'A second database takes a ticket and two days.';
let address = '';

/** Chooses a card on each question and goes on; the last step hands in. */
async function rateAll(page: Page, cards: string[]): Promise<void> {
  for (const [index, card] of cards.entries()) {
    await page.getByText(`Rating ${index + 1} of ${cards.length}`).waitFor();
    await page.getByText(card, { exact: true }).click();
    if (index < cards.length - 1) await page.getByRole('button', { name: /^Next: / }).click();
  }
  await page.getByRole('button', { name: 'Hand in' }).click();
  await page.getByText('You have handed in.').waitFor();
}

test('an editor opens a round for two people', async () => {
  const { client } = journey();
  const { name, email } = rater;
  const { id, link } = await client.mutate<{ id: string; link: string }>('people.createUser', { name, email });
  const token = link.split('/').at(-1);
  await client.mutate('people.setPassword', { token, password: rater.password });
  await client.mutate('people.grantRole', { user: id, platform: 'payments', role: 'viewer' });
  const watched = await journey().open(ROUNDS);
  const { page } = watched;
  await page.getByRole('link', { name: 'Open a round' }).click();
  await page.getByRole('heading', { name: 'Open a rating round' }).waitFor();
  await whenAlive(page);
  await page.getByLabel('Name of the round').fill('Autumn');
  await page.getByLabel(ADMINISTRATOR.name, { exact: true }).check();
  await page.getByLabel(rater.name, { exact: true }).check();
  await page.getByLabel(`${rater.name} speaks for`).selectOption('consumer');
  await page.getByLabel(`${ADMINISTRATOR.name} speaks for`).selectOption('platform_team');
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Open the round' }).click();
  await page.getByText('0 of 2 have handed in.').waitFor();
  address = new URL(page.url()).pathname;
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('each rates alone; the other’s ratings are nowhere to be seen', async () => {
  const other = await openPage(journey().browser, { theme: 'dark', width: 360 });
  await other.page.goto(`${journey().product.url}/sign-in?next=${encodeURIComponent(address)}`);
  await other.page.getByLabel('E-mail').fill(rater.email);
  await other.page.getByLabel('Password').fill(rater.password);
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByText('Before you rate').waitFor();
  await whenAlive(other.page);
  await other.page.getByText('Dedicated team', { exact: true }).click();
  await other.page.getByLabel('What it rests on').fill(SENTENCE);
  await rateAll(other.page, ['Dedicated team', 'Erratic', 'Custom processes', 'By request', 'Don’t know']);
  expect(await inspect(other)).toEqual([]);
  await other.page.context().close();

  const watched = await journey().open(address);
  const { page } = watched;
  await page.getByText('1 of 2 have handed in.').waitFor();
  expect(await page.content()).not.toContain(SENTENCE);
  await rateAll(page, ['Dedicated team', 'Intrinsic pull', 'Self-service solutions', 'By request', 'Don’t know']);
  await page.getByText('2 of 2 have handed in.').waitFor();
  await page.context().close();
});

test('the reveal shows both, what to discuss, and who sees it differently', async () => {
  const watched = await journey().open(address);
  const { page } = watched;
  await page.getByRole('button', { name: 'Reveal' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reveal' }).click();
  await page.getByText('Too few places were rated').waitFor();
  await page.getByText('Interfaces: the platform team rates 2 levels higher than its consumers.').waitFor();
  await page.getByText('Who rated what').first().click();
  await page.getByText(rater.name).first().waitFor();
  expect(await page.content()).toContain(SENTENCE);
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('what they agree on becomes the claim', async () => {
  const watched = await journey().open(address);
  const { page } = watched;
  const interfaces = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Interfaces' }) });
  await interfaces.getByRole('button', { name: 'Record what you agreed' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Agreed').selectOption('2');
  await dialog.getByLabel('Why').fill('Two of five request forms still end with a person.');
  expect(await inspect(watched)).toEqual([]);
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Agreed: 2 Operational.').waitFor();
  await page.getByRole('button', { name: 'Record the 2 that all rated alike' }).click();
  await page.getByText('Agreed: 2 Operational. Everybody rated it the same.').waitFor();
  await page.goto(`${journey().product.url}/p/payments/self-assessment?aspect=interfaces`);
  await page.getByText('Agreed in a rating round').waitFor();
  await page.goto(`${journey().product.url}${ROUNDS}`);
  await page.getByText('revealed').waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});
