import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect, inspectLooks, whenAlive } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data']);
const QUESTION = '/p/assurance/capabilities/organization?aspect=secure-build&criterion=SB-1.a';
const HALF = 'Yes, for at least half of the applications';

test('an administrator makes a platform that is scored by another rubric', async () => {
  const watched = await journey().open('/p/payments/settings/new-platform');
  const { page } = watched;
  await page.getByLabel('Name', { exact: true }).fill('Assurance');
  await page.getByLabel('Rubric').selectOption('owasp-samm');
  await page.getByText('90 criteria in 15 aspects. Texts under CC-BY-SA-4.0.').waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Create platform' }).click();
  await page.waitForURL(/\/p\/assurance\/start\/capabilities$/);
  await page.getByText('The whole organization').first().waitFor();
  await whenAlive(page);
  await page.getByRole('button', { name: 'Go on with these' }).click();
  await page.getByRole('heading', { name: 'Nothing is answered yet' }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('a question is answered by one of its own answers, once all that must hold does', async () => {
  const watched = await journey().open(QUESTION);
  const { page } = watched;
  await page.getByText('aimed at 1').first().waitFor();
  await page.getByRole('button', { name: 'Attest' }).click();
  await page.getByLabel(HALF).check();
  await page.getByLabel('All of this holds').check();
  expect(await inspect(watched)).toEqual([]);
  await page.getByRole('button', { name: 'Send answer' }).click();
  // nobody else has an account here, so that one may accept one's own answer
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('counts 0.5, aimed at 1').first().waitFor();
  await page.getByLabel('Aim at').selectOption({ label: HALF });
  await page.getByText('counts 0.5, aimed at 0.5').first().waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('the map shows practices by function, and the rubric says where its neighbours are', async () => {
  const watched = await journey().open('/p/assurance');
  const { page } = watched;
  await page.getByRole('columnheader', { name: 'Implementation' }).waitFor();
  // half of one of two streams: 0.5 / 2
  await page.getByRole('button', { name: /^The whole organization, Secure Build: 0\.25/ }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.goto(`${journey().product.url}/p/assurance/rubrics/crosswalk`);
  await page.getByRole('heading', { name: 'See also in other models' }).waitFor();
  await page.getByText('CNCF Platform Engineering Maturity Model').first().waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});
