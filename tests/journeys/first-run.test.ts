import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProduct, startBuiltProduct } from '#tests/support/built-product.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { ADMINISTRATOR } from '#tests/support/machine-client.ts';
import { inspect, inspectLooks, openPage, type Session } from '#tests/support/watched-page.ts';

/** The pre-filled link of the community's own README; its means are 1.25, 1.75, 3.00, 2.25 and 3.75. */
const LINK = `https://assessment.example.org/?${Object.entries({
  investment: [1, 1, 2, 1],
  adoption: [1, 2, 2, 2],
  interfaces: [2, 3, 3, 4],
  operations: [3, 3, 2, 1],
  measurement: [3, 4, 4, 4],
})
  .flatMap(([aspect, answers]) => answers.map((answer, index) => `${aspect}_${index + 1}=${answer}`))
  .join('&')}&v=0.9.0`;

/** As adults read plain prose (Brysbaert, 2019), and time to think over each thing asked. */
const WORDS_A_MINUTE = 238;
const THINKING_S = { field: 20, capability: 15, aspect: 90 } as const;
const seconds: number[] = [];

/** How long a person takes who reads all of a screen and thinks over what it asks. */
async function takeTime(page: Page, asked: keyof typeof THINKING_S, times: number) {
  const countOf = (texts: string[]) => texts.join(' ').split(/\s+/).length;
  // both at one moment; of a list that is closed only the choice is read
  const { all, closed } = await page.locator('main').evaluate((main: HTMLElement) => ({
    all: main.innerText,
    closed: [...main.querySelectorAll('select')].map(({ innerText }) => innerText),
  }));
  const words = countOf([all]) - countOf(closed);
  expect(words).toBeGreaterThan(20);
  seconds.push((60 * words) / WORDS_A_MINUTE + times * THINKING_S[asked]);
}

let browser: Browser;
let product: BuiltProduct;
let session: Session;
const home = () => `${product.url}/p/payments`;

beforeAll(async () => {
  [browser, product] = await Promise.all([launchChromium(), startBuiltProduct()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function setUp(page: Page) {
  await page.goto(product.setUpLink);
  await page.getByRole('navigation', { name: 'From here to the first picture' }).waitFor();
  await takeTime(page, 'field', await page.getByRole('textbox').count());
  await page.getByLabel('Your name').fill(ADMINISTRATOR.name);
  await page.getByLabel('E-mail').fill(ADMINISTRATOR.email);
  await page.getByLabel('Password').fill(ADMINISTRATOR.password);
  await page.getByLabel('Name', { exact: true }).fill('Payments');
  await page.getByRole('button', { name: 'Create account and platform' }).click();
  await page.waitForURL(`${home()}/start/capabilities`);
}

test('the set-up link leads over the capabilities to the self-assessment, on a phone', async () => {
  const watched = await openPage(browser, { theme: 'dark', width: 360 });
  const { page } = watched;
  await setUp(page);
  await page.getByRole('heading', { name: 'What does the platform offer?' }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await takeTime(page, 'capability', await page.getByRole('combobox').count());
  for (const name of ['Web portals', 'Messaging and event services']) {
    await page.getByRole('checkbox', { name, exact: true }).uncheck();
  }
  await page.getByLabel('How teams get Observability').selectOption('Interactive');
  await page.getByLabel('One of your own').fill('Feature flags');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('12 chosen').waitFor();
  await page.getByRole('button', { name: 'Go on with these' }).click();
  await page.waitForURL(`${home()}/self-assessment`);
  expect(await inspectLooks(watched)).toEqual([]);
  session = await page.context().storageState();
  await page.context().close();
});

test('answers are given by keyboard, kept as they are given, and taken up again where they were left', async () => {
  const watched = await openPage(browser, { theme: 'light', width: 1280 }, session);
  const { page } = watched;
  await page.goto(`${home()}/start`);
  // nothing is answered yet, so the way begins with the capabilities again
  await page.getByRole('button', { name: 'Go on with these' }).click();
  await page.getByRole('heading', { name: 'Who gives people and money to this, and on what grounds?' }).waitFor();
  await takeTime(page, 'aspect', 1);
  await page.getByRole('radio', { name: /^Voluntary or temporary/ }).focus();
  await page.keyboard.press('Space');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Between Dedicated team and As product' }).isChecked()).toBe(true);
  await page.getByText('Saved.').waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Next: Adoption' }).click();
  await page.getByRole('heading', { name: 'How do teams find it, and why do they use it?' }).waitFor();
  await takeTime(page, 'aspect', 1);
  await page.getByRole('radio', { name: /^Don’t know/ }).check();
  await page.getByRole('button', { name: 'Next: Interfaces' }).click();
  await page.getByText('Does it differ by capability?').click();
  await page.getByLabel('Feature flags').selectOption('1 Provisional');
  await page.getByText('Saved.').waitFor();
  await page.context().close();

  const later = await openPage(browser, { theme: 'light', width: 1280 }, session);
  await later.page.goto(home());
  await later.page.getByRole('heading', { name: 'The picture is begun' }).waitFor();
  expect(await inspectLooks(later)).toEqual([]);
  await later.page.getByRole('link', { name: 'Go on', exact: true }).click();
  // the first aspect without an answer for the platform
  await later.page.getByRole('heading', { name: 'How do people get it and work with it?' }).waitFor();
  await later.page.getByText('1 differs').waitFor();
  await later.page.getByRole('button', { name: 'Back' }).click();
  await later.page.getByRole('radio', { name: /^Don’t know/, checked: true }).waitFor();
  await later.page.getByRole('button', { name: 'Back' }).click();
  await later.page.getByRole('radio', { name: 'Between Dedicated team and As product', checked: true }).waitFor();
  await later.page.context().close();
});

test('the last answer leads to the first picture: claims drawn hollow, and what to do next', async () => {
  const watched = await openPage(browser, { theme: 'light', width: 1280 }, session);
  const { page } = watched;
  await page.goto(`${home()}/self-assessment?aspect=interfaces`);
  const selfService = page.getByRole('radio', { name: /^Self-service solutions/ });
  await selfService.waitFor();
  await takeTime(page, 'aspect', 1);
  await selfService.check();
  await page.getByRole('button', { name: 'Next: Operations' }).click();
  const byRequest = page.getByRole('radio', { name: /^By request/ });
  await byRequest.waitFor();
  await takeTime(page, 'aspect', 1);
  await byRequest.check();
  await page.getByRole('button', { name: 'Next: Measurement' }).click();
  const consistently = page.getByRole('radio', { name: /^Consistent collection/ });
  await consistently.waitFor();
  await takeTime(page, 'aspect', 1);
  await consistently.check();
  await page.getByRole('button', { name: 'See the picture' }).click();
  await page.getByRole('heading', { name: 'Your first picture' }).waitFor();
  const cell = (name: string) => page.getByRole('button', { name });
  await cell('Data services, Interfaces: Not known yet, claimed 3').waitFor();
  await cell('Feature flags, Interfaces: Not known yet, claimed 1').waitFor();
  await cell('Data services, Adoption: Not known yet, target').waitFor();
  for (const name of ['Connect a source', 'Open a survey', 'Invite somebody']) {
    expect(await page.getByRole('link', { name }).count()).toBe(1);
  }
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('somebody who reads every word and thinks over every question has the first picture in twenty minutes', () => {
  // the door, the capabilities and five aspects
  expect(seconds).toHaveLength(7);
  const minutes = seconds.reduce((sum, one) => sum + one, 0) / 60;
  console.log(`from the set-up link to the first picture: ${minutes.toFixed(1)} minutes`);
  expect(minutes).toBeLessThan(20);
});

test('a link of the community assessment is shown before it is stored, and a bad one is refused by name', async () => {
  const watched = await openPage(browser, { theme: 'dark', width: 360 }, session);
  const { page } = watched;
  await page.goto(`${home()}/self-assessment`);
  await page.getByRole('link', { name: 'Import a link' }).click();
  const link = page.getByLabel('Link of your result');
  await link.fill(LINK.replace('adoption_3=2', 'adoption_3=5'));
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByText('"adoption_3" is "5". An answer is 1, 2, 3 or 4.').waitFor();
  // the browser itself notes that the answer was a refusal
  expect((await inspect(watched)).filter((finding) => !finding.includes('400'))).toEqual([]);
  await link.fill(LINK);
  await page.getByRole('button', { name: 'Look at it' }).click();
  const row = page.getByRole('row', { name: /^Investment/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(['Investment', '4 of 4', '1.25', '1', '2.5']);
  expect(await inspectLooks(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Store as claims' }).click();
  await page.getByText('Imported from the CNCF community assessment').waitFor();
  await page.goto(home());
  await page.getByRole('button', { name: 'Data services, Measurement: Not known yet, claimed 3.5' }).waitFor();
  await page.context().close();
});
