import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect, inspectLooks } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const LINK = 'https://wiki.example.org/platform';

/** The quarter in which an instant lies, by the calendar of the journeys. */
const quarterOf = (at: Date) => `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;

test('a new platform says what to do next, and that nothing can be compared yet', async () => {
  await journey().client.rest('POST', '/platforms/payments/capabilities', { key: 'data', provider: 'Team storage' });
  const watched = await journey().open('/p/payments');
  const { page } = watched;
  await page.getByRole('heading', { name: 'Next steps' }).waitFor();
  await page.getByText('shows here once a quarter is published').waitFor();
  await page.goto(`${journey().product.url}/p/payments/moved`);
  await page.getByRole('heading', { name: 'Nothing to compare with yet' }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('a capability that is no longer offered shows as such since the published quarter, on every page', async () => {
  const { client, open, product } = journey();
  const period = quarterOf(new Date());
  const { id } = await client.mutate<{ id: string }>('assessments.freeze', { platform: 'payments', period });
  await client.mutate('assessments.publish', { platform: 'payments', id });
  await client.mutate('attestations.answer', {
    ...{ platform: 'payments', criterion: 'INV-1.a', capability: 'data', answer: 'no', link: LINK },
  });
  await client.rest('POST', '/platforms/payments/capabilities', { key: 'observability', state: 'not_offered' });

  const watched = await open('/p/payments');
  const { page } = watched;
  await page.getByRole('heading', { name: `What moved since ${period}` }).waitFor();
  await page.getByRole('link', { name: 'Observability: no longer offered' }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);

  await page.getByRole('link', { name: 'See everything that moved' }).click();
  await page.getByText('no longer offered').waitFor();
  await page.getByLabel('From').selectOption(period);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.waitForURL(new RegExp(`from=${period}`));
  await page.getByText('no longer offered').waitFor();
  expect(await inspectLooks(watched)).toEqual([]);

  await page.goto(`${product.url}/p/payments/moved?from=1999-Q1`);
  await page.getByText('There is no published quarter or assessment "1999-Q1".').waitFor();
  expect(await inspect(watched)).toEqual([]);

  await page.goto(`${product.url}/p/payments/capabilities/observability`);
  await page.getByRole('heading', { name: 'How it got here' }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});
