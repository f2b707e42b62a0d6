import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { ADMINISTRATOR } from '#tests/support/machine-client.ts';
import { inspect, openPage, whenAlive } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const CRITERION = 'One written page says how to get it';
const PLACE = '/p/payments/capabilities/data?aspect=interfaces';
const reviewer = { name: 'Rene Reviewer', email: 'rene@example.org', password: 'second pair of eyes, always' };
let passwordLink = '';

test('an administrator adds a second editor, who gets a link to choose a password', async () => {
  const watched = await journey().open('/p/payments/settings/people');
  const { page } = watched;
  await page.getByRole('button', { name: 'Add person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(reviewer.name);
  await dialog.getByLabel('E-mail').fill(reviewer.email);
  await dialog.getByRole('button', { name: 'Add person' }).click();
  passwordLink = await dialog.getByLabel('One-time link').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('button', { name: new RegExp(`${reviewer.name}`) })
    .first()
    .waitFor();
  const people = await journey().client.query<{ id: string; name: string }[]>('people.list', { platform: 'payments' });
  const id = people.find(({ name }) => name === reviewer.name)?.id;
  await journey().client.mutate('people.grantRole', { user: id, platform: 'payments', role: 'editor' });
  await page.context().close();
});

test('somebody attests a criterion with a link, right where it stands', async () => {
  const watched = await journey().open(PLACE);
  const { page } = watched;
  // the route to target names it as well
  await page.getByRole('link', { name: CRITERION }).first().click();
  await page.getByRole('heading', { name: CRITERION }).waitFor();
  await page.getByRole('button', { name: 'Attest' }).click();
  await page.getByLabel('Link to the evidence').fill('https://wiki.example.org/databases');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await page.getByText('Waits for a review').first().waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('a second person reviews it, and the criterion is met', async () => {
  const watched = await openPage(journey().browser, { theme: 'light', width: 1280 });
  const { page } = watched;
  await page.goto(passwordLink);
  expect(await inspect(watched)).toEqual([]);
  await page.getByLabel('Password').fill(reviewer.password);
  await page.getByRole('button', { name: 'Save password and sign in' }).click();
  await page.waitForURL(/\/p\/payments/);
  await page.goto(`${journey().product.url}/p/payments/evidence/attestations`);
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await page.getByText('Nothing awaits a review').waitFor();
  await page.goto(`${journey().product.url}${PLACE}&criterion=INT-2.c`);
  await page.getByText(`Accepted by ${reviewer.name}`).first().waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('an exemption is asked for with a reason and a last day, and decided by the other person', async () => {
  const watched = await journey().open(`${PLACE}&criterion=INT-2.a`);
  const { page } = watched;
  await page.getByRole('button', { name: 'Ask for an exemption' }).click();
  await page.getByLabel('Reason').fill('The catalogue moves to another product this quarter.');
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Until', { exact: true }).fill(until);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByText('Waits for a decision').first().waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  expect(await inspect(watched)).toEqual([]);
  const other = await openPage(journey().browser, { theme: 'dark', width: 360 });
  await other.page.goto(`${journey().product.url}/sign-in?next=${encodeURIComponent(`${PLACE}&criterion=INT-2.a`)}`);
  await other.page.getByLabel('E-mail').fill(reviewer.email);
  await other.page.getByLabel('Password').fill(reviewer.password);
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByRole('button', { name: 'Approve' }).waitFor();
  await whenAlive(other.page);
  await other.page.getByRole('button', { name: 'Approve' }).click();
  await other.page.getByText('Exempt, counts as met').first().waitFor();
  expect(await inspect(other)).toEqual([]);
  await other.page.context().close();
  await page.context().close();
});

test('what both did stands in the audit log', async () => {
  const watched = await journey().open('/p/payments/settings/audit');
  for (const name of [ADMINISTRATOR.name, reviewer.name]) await watched.page.getByText(name).first().waitFor();
  await watched.page.context().close();
});
