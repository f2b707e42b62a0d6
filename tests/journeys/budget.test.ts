import { beforeAll, expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { PLATFORM } from '#tests/support/machine-client.ts';
import { inspect, inspectLooks } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const { key: platform } = PLATFORM;
const home = `/p/${platform}/backlog/planner/budget`;

/** Of `data` everything that level 2 of Investment asks for, but the second maintainer: ten person-days in the rubric. */
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
  const claims = [{ aspect: 'investment', capability: 'data', claimed: 3.5 }];
  await client.mutate('selfAssessment.save', { platform, claims });
});

test('a number of person-days becomes a plan that is proven to be the best', async () => {
  const watched = await journey().open(home);
  const { page } = watched;
  await page.getByRole('heading', { name: 'How many person-days are there?' }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.getByLabel('Person-days', { exact: true }).fill('40');
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.getByText('Proven: no other plan within this budget brings more.').waitFor();
  expect(new URL(page.url()).searchParams.get('days')).toBe('40');
  expect(await page.getByRole('link', { name: /^Rule out / }).count()).toBeGreaterThan(0);
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('what is wished is in the plan, its estimate is changed on the spot, and the plan goes on as a what-if', async () => {
  const watched = await journey().open(`${home}?days=10&wish=m_INV-2.b_data`);
  const { page } = watched;
  // two capabilities, five aspects, two steps each: one level of one cell is 5 points, for all that there is
  await page.getByText('0 of 10 left').waitFor();
  await page.getByText('+5 points more').waitFor();
  await page.getByRole('button', { name: 'Change the estimate of INV-2.b for Data services' }).click();
  await page.getByLabel('Person-days for INV-2.b').fill('4,5');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('INV-2.b · Improve · own estimate · asked for').waitFor();
  expect(await inspect(watched)).toEqual([]);
  const whatIf = await page.getByRole('link', { name: 'Open as what-if' }).getAttribute('href');
  expect(whatIf).toContain('m_INV-2.b_data');
  await page.goto(`${journey().product.url}/p/${platform}/capabilities/data?aspect=investment&criterion=INV-2.b`);
  await page.getByRole('button', { name: 'Change the estimate of INV-2.b for Data services' }).click();
  await page.getByRole('button', { name: 'As the rubric says' }).click();
  const estimate = page.getByRole('button', { name: 'Change the estimate of INV-2.b for Data services' });
  await estimate.filter({ hasText: /^10$/ }).waitFor();
  await page.context().close();
});

test('a plan becomes improvements, one a capability', async () => {
  const { page } = await journey().open(`${home}?days=10&wish=m_INV-2.b_data`);
  await page.getByRole('button', { name: 'Propose as improvements' }).click();
  await page.getByText('1 improvement proposed').waitFor();
  await page.getByRole('link', { name: 'Look at the backlog' }).click();
  await page.getByRole('link', { name: 'Plan of 10 person-days: Data services' }).waitFor();
  await page.context().close();
});

test.each([
  ['-1', 'A budget is zero person-days or more.'],
  ['1000000', 'Write at most 100 000 person-days.'],
  ['many', 'Write a number of person-days.'],
])('a budget of %s is refused kindly, in words', async (days, words) => {
  const watched = await journey().open(`${home}?days=${days}`);
  await watched.page.getByText(words).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await watched.page.context().close();
});

test('where the claim goes further than the numbers is told, drawn and listed', async () => {
  const watched = await journey().open(`/p/${platform}/capabilities/data?aspect=investment`);
  const { page } = watched;
  await page.getByRole('link', { name: 'Where the views differ' }).click();
  await page.getByRole('heading', { level: 1, name: 'Claimed, felt, measured' }).waitFor();
  // nobody has felt anything yet, so claims and figures are what can be compared
  await page.getByRole('heading', { name: 'The claim goes further than the numbers.' }).waitFor();
  await page.getByText('Claimed 3.5, measured 1', { exact: true }).waitFor();
  expect(await page.getByRole('row', { name: /Data services Investment 3.5 not known yet 1/ }).count()).toBe(1);
  await page.locator('svg circle').first().waitFor({ state: 'attached' });
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});
