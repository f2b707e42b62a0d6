import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginJourney } from '#tests/support/journey.ts';
import { type Exporter, startExporter } from '#tests/support/start-exporter.ts';
import { type RealPrometheus, startPrometheus, untilScraped } from '#tests/support/start-prometheus.ts';
import { inspect, whenAlive } from '#tests/support/watched-page.ts';

const QUERY =
  'avg by (capability) (platform_requests_total{human="no"} / ignoring(human) sum without (human) (platform_requests_total))';

const journey = beginJourney(['data', 'build-test']);
let exporter: Exporter;
let prometheus: RealPrometheus;

beforeAll(async () => {
  exporter = await startExporter();
  prometheus = await startPrometheus([exporter.target]);
  await untilScraped(prometheus, 'platform_requests_total');
});
afterAll(async () => {
  await prometheus.stop();
  await exporter.stop();
});

test('a Prometheus is connected: checked first, opened by the administrator, then asked', async () => {
  const watched = await journey().open('/p/payments/evidence/sources');
  const { page } = watched;
  await page.getByRole('link', { name: 'Add a source' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Production Prometheus');
  await page.getByLabel('Address', { exact: true }).fill(prometheus.url);
  await page.getByLabel('Signs in with').selectOption('bearer');
  await page.getByLabel('Token', { exact: true }).fill('a-token-that-nobody-sees-again');

  // a ready query, which this Prometheus has nothing for
  await page.getByRole('button', { name: 'Choose a ready query' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('postgres');
  await page.getByRole('button', { name: 'Use “PostgreSQL versions in support”' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add an empty query' }).click();
  const own = page.getByRole('group', { name: 'Query 2' });
  await own.getByLabel('Name', { exact: true }).fill('Served by themselves');
  await own.getByLabel('PromQL').fill(QUERY);
  await own.getByLabel('Metric').selectOption({ label: 'Self-service rate' });
  await own.getByLabel('Is about').selectOption({ label: 'The capability that a label names' });
  await own.getByLabel('Label with the key of the capability').fill('capability');
  await own.getByLabel('One value every').selectOption('5m');

  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText('This address leads inside a private network').first().waitFor();
  await page.getByLabel('Addresses inside the network').fill('127.0.0.1');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  // of data: the mean of 30/40 and 9/10; of build-test: 1/2
  await page.getByText('2 values would be taken').waitFor();
  await page.getByText('82.5').waitFor();
  await page.getByText('It answers, but with no series').waitFor();
  expect(await inspect(watched)).toEqual([]);

  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Production Prometheus' }).waitFor();
  await expect.poll(() => listRuns(), { timeout: 30_000 }).toBeGreaterThan(0);
  // a run is listed while it is under way; its queries are told once it has ended
  const queries = page.getByText('Show 2 queries');
  const reload = async () => {
    await page.reload();
    return queries.count();
  };
  await expect.poll(reload, { timeout: 30_000, interval: 1_000 }).toBeGreaterThan(0);
  await whenAlive(page);
  await queries.first().click();
  await page.getByText('Served by themselves').first().waitFor();
  expect(await page.content()).not.toContain('a-token-that-nobody-sees-again');
  expect(await inspect(watched)).toEqual([]);

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused').waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No source yet').waitFor();
  await page.context().close();
});

async function listRuns(): Promise<number> {
  const { client } = journey();
  const [source] = await client.query<{ id: string }[]>('sources.list', { platform: 'payments' });
  if (source === undefined) return 0;
  const runs = await client.query<unknown[]>('sources.runs', { platform: 'payments', source: source.id });
  return runs.length;
}
