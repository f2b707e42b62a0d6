import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect, openPage } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data']);
const viewer = { name: 'Vera Viewer', email: 'vera@example.org', password: 'looking is allowed, touching is not' };

/** Places that only editors and administrators may change; a viewer sees why there is nothing to press. */
const PLACES = [
  '',
  '/capabilities',
  '/capabilities/data',
  '/surveys',
  '/evidence',
  '/evidence/upload',
  '/backlog',
  '/backlog/timeline',
  '/backlog/campaigns',
  '/backlog/ledger',
  '/backlog/import',
  '/reports',
];

test('a viewer reads an empty platform, is told what will appear, and is offered nothing that is not theirs', async () => {
  const { client, browser, product } = journey();
  const made = await client.mutate<{ id: string; link: string }>('people.createUser', {
    name: viewer.name,
    email: viewer.email,
    admin: false,
  });
  await client.mutate('people.grantRole', { user: made.id, platform: 'payments', role: 'viewer' });
  const watched = await openPage(browser, { theme: 'light', width: 1280 });
  const { page } = watched;
  await page.goto(made.link);
  await page.getByLabel('Password').fill(viewer.password);
  await page.getByRole('button', { name: 'Save password and sign in' }).click();
  await page.waitForURL(/\/p\/payments/);
  for (const place of PLACES) {
    await page.goto(`${product.url}/p/payments${place}`);
    expect(await page.getByRole('heading', { level: 1 }).count(), place).toBe(1);
    expect(await page.getByRole('button', { name: /^(New survey|Freeze a quarter|Import)/ }).count(), place).toBe(0);
    expect(await page.getByRole('link', { name: 'New survey' }).count(), place).toBe(0);
    expect(await inspect(watched), place).toEqual([]);
  }
  await page.context().close();
});

test('who has no account on a platform is not told that it exists', async () => {
  const { client, browser, product } = journey();
  const made = await client.mutate<{ link: string }>('people.createUser', {
    name: 'Nora Nobody',
    email: 'nora@example.org',
    admin: false,
  });
  const watched = await openPage(browser, { theme: 'light', width: 1280 });
  const { page } = watched;
  await page.goto(made.link);
  await page.getByLabel('Password').fill('no roles on anything, yet');
  await page.getByRole('button', { name: 'Save password and sign in' }).click();
  await page.waitForURL(`${product.url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  const answers: (number | undefined)[] = [];
  for (const key of ['payments', 'no-such-platform']) {
    answers.push((await page.goto(`${product.url}/p/${key}`))?.status());
  }
  expect(answers).toEqual([404, 404]);
  await page.context().close();
});
