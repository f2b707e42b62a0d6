import { expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { inspect, inspectLooks, whenAlive } from '#tests/support/watched-page.ts';

const journey = beginJourney(['data', 'observability']);
const RUBRICS = '/p/payments/rubrics';
const PACK_FILE = 'pack.yaml';
const CRITERIA_FILE = 'criteria/interfaces.yaml';

test('a rubric is drafted, mended, tried, published, adopted and read beside the one before', async () => {
  const { client, open } = journey();
  const watched = await open(RUBRICS);
  const { page } = watched;
  await page.getByRole('heading', { name: 'Drafts' }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);

  await page.getByRole('button', { name: 'Start a draft' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL(/\/rubrics\/drafts\//);
  await page.getByRole('heading', { name: /^Draft of CNCF/ }).waitFor();
  const draft = page.url();

  const rewrite = async (file: string, good: string, better: string) => {
    await page.goto(`${draft}?file=${encodeURIComponent(file)}`);
    const area = page.getByLabel(`Text of ${file}`);
    const text = await area.inputValue();
    expect(text).toContain(good);
    await area.fill(text.replace(good, better));
    await page.getByText('Not saved yet').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
  };
  await rewrite(
    CRITERIA_FILE,
    'self-service-rate, statistic: latest, is: ">= 80%"',
    'self-service-rate, statistic: latest, is: ">= 80h"',
  );
  await page.getByRole('heading', { name: /^\d+ faults?$/ }).waitFor();
  await page
    .getByRole('link', { name: /criteria\/interfaces\.yaml, line \d+/ })
    .first()
    .click();
  await page.waitForURL(/line=\d+/);
  expect(await inspectLooks(watched)).toEqual([]);

  await rewrite(CRITERIA_FILE, 'is: ">= 80h"', 'is: ">= 70%"');
  await page.getByText('These changes are MAJOR: the version must be 2.0.0 or later, not 1.0.0.').waitFor();
  expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
  await rewrite(PACK_FILE, 'version: 1.0.0', 'version: 2.0.0');
  await page.getByText('These changes are MAJOR, and 2.0.0 says so.').waitFor();
  expect(await inspect(watched)).toEqual([]);

  await page.getByRole('link', { name: 'Try it on the evidence' }).click();
  await page.waitForURL(/dry-run/);
  await whenAlive(page);
  await page.getByText(/^All \d+ computed\.$/).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);

  await page.goto(draft);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByLabel('What changed, for those who decide about adopting it').fill('Self-service counts from 70 %.');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/rubrics\/cncf-platform@2\.0\.0/);
  await whenAlive(page);
  expect(await inspect(watched)).toEqual([]);

  await page.getByRole('button', { name: 'Adopt' }).click();
  await page.getByRole('button', { name: 'Adopt cncf-platform 2.0.0' }).click();
  await page.getByText('This platform', { exact: true }).waitFor();
  const scorecard = await client.rest('GET', '/platforms/payments/scorecard');
  expect(await scorecard.json()).toMatchObject({ rubric: { id: 'cncf-platform', version: '2.0.0' } });

  await page.getByRole('link', { name: 'What differs from 1.0.0' }).click();
  await page.getByText('These changes are MAJOR, and 2.0.0 says so.').waitFor();
  await page.getByRole('heading', { name: /Changed in meaning/ }).waitFor();
  expect(await inspectLooks(watched)).toEqual([]);
  await page.context().close();
});

test('a draft that somebody else changed meanwhile is not overwritten', async () => {
  const { client, open, product } = journey();
  const { id } = await client.mutate<{ id: string }>('rubrics.createDraft', {
    platform: 'payments',
    from: 'cncf-platform@1.0.0',
  });
  const watched = await open(`${RUBRICS}/drafts/${id}`);
  const { page } = watched;
  const area = page.getByLabel(`Text of ${PACK_FILE}`);
  const text = await area.inputValue();
  await client.mutate('rubrics.saveDraftFile', {
    ...{ platform: 'payments', draft: id, version: 1, file: PACK_FILE },
    text: text.replace('version: 1.0.0', 'version: 1.0.9'),
  });
  await area.fill(text.replace('version: 1.0.0', 'version: 3.0.0'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Somebody else changed this draft while you were writing.').waitFor();
  // the browser itself notes that the change was refused
  expect((await inspect(watched)).filter((finding) => !finding.includes('409'))).toEqual([]);
  await page.goto(`${product.url}${RUBRICS}/drafts/${id}`);
  expect(await page.getByLabel(`Text of ${PACK_FILE}`).inputValue()).toContain('version: 1.0.9');
  await page.context().close();
});
