import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect, openPage } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const TITLE = 'Databases, autumn';
/** Eight are invited, six answer: enough for figures (5), too few for comments (10). */
const INVITED = 8;
const ANSWERING = 6;
let links: string[] = [];

beforeAll(async () => {
  await journey().client.rest('POST', '/teams', { key: 'checkout', name: 'Team checkout' });
});

const shown = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

test('an editor drafts a survey, opens it and gets its links once', async () => {
  const watched = await journey().open('/p/payments/surveys');
  const { page } = watched;
  await page.getByRole('link', { name: 'New survey' }).first().click();
  await page.getByLabel('Title').fill(TITLE);
  await page.getByLabel('Who asks').fill('The platform team');
  await page.getByRole('checkbox', { name: 'Data services' }).or(page.getByRole('checkbox').first()).first().check();
  await page.getByLabel('Invited people of Team checkout').fill(String(INVITED));
  const closes = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
  await page.getByLabel('Closes').fill(closes);
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Open survey' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open survey' }).click();
  await page.getByRole('button', { name: `Make ${INVITED} links` }).click();
  const list = page.getByRole('dialog').getByRole('textbox');
  links = (await list.inputValue()).split('\n');
  expect(links).toHaveLength(INVITED);
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.reload();
  expect(await page.getByRole('button', { name: /Make \d+ links/ }).count()).toBe(0);
  await page.context().close();
});

/** Answers by keyboard alone: Tab to the first choice, arrows to choose, Enter to go on. */
async function answerByKeyboard(page: Page): Promise<void> {
  for (;;) {
    const progress = (await page.getByText(/^\d+ of \d+$/).textContent()) ?? '';
    const groups = page.getByRole('radiogroup');
    for (let index = 0; index < (await groups.count()); index += 1) {
      await groups.nth(index).getByRole('radio').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
    }
    const [step, steps] = progress.split(' of ');
    if ((await groups.count()) === 0) await page.getByRole('textbox').fill('Shorter waits, please.');
    await page.getByRole('button', { name: step === steps ? 'Send' : 'Next' }).focus();
    await page.keyboard.press('Enter');
    if (step === steps) return;
    await page.getByText(`${Number(step) + 1} of ${steps}`).waitFor();
  }
}

test('respondents answer on a phone, by keyboard, without signing in; every screen is fit to be read', async () => {
  for (const [index, link] of links.slice(0, ANSWERING).entries()) {
    const watched = await openPage(journey().browser, { theme: index % 2 === 0 ? 'light' : 'dark', width: 360 });
    const { page } = watched;
    await page.goto(link);
    await page.getByText('Nobody is shown single answers.').waitFor();
    if (index < 2) expect(await inspect(watched)).toEqual([]);
    await page.getByRole('button', { name: 'Start' }).click();
    if (index < 2) expect(await inspect(watched)).toEqual([]);
    await answerByKeyboard(page);
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    expect(await inspect(watched)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  }
});

test('a respondent can stop and go on later, and a link takes one answer', async () => {
  const watched = await openPage(journey().browser, { theme: 'light', width: 360 });
  const { page } = watched;
  await page.goto(links[ANSWERING] ?? '');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('radio').first().press('Space');
  await page.reload();
  await page.getByRole('button', { name: 'Go on where you stopped' }).waitFor();
  // that a link is used is told to whoever sends with it again, so that nobody who holds the list can count answers
  await page.goto(links[0] ?? '');
  await page.getByRole('button', { name: 'Start' }).click();
  await answerByKeyboard(page);
  await shown(page, 'This link takes no more answers');
  await page.context().close();
});

test('nothing is to be seen before the close, and figures of the whole after it', async () => {
  const watched = await journey().open('/p/payments/surveys');
  const { page } = watched;
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  expect(await page.getByText('Points of 100').count()).toBe(0);
  await page.getByRole('button', { name: 'Close now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close now' }).click();
  await page.getByText('Points of 100').first().waitFor();
  expect(await page.getByText('Shorter waits').count()).toBe(0);
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('a late respondent is told that it is closed', async () => {
  const watched = await openPage(journey().browser, { theme: 'dark', width: 360 });
  await watched.page.goto(links[ANSWERING + 1] ?? '');
  await shown(watched.page, 'This survey is closed');
  expect(await inspect(watched)).toEqual([]);
  await watched.page.context().close();
});
