import { globSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProduct, startBuiltProduct } from '#tests/support/built-product.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { type MachineClient, PLATFORM, setUpByMachine } from '#tests/support/machine-client.ts';
import { CAPABILITIES, type Seeded, seedPlatform } from '#tests/support/seed-platform.ts';
import { inspectLooks, openPage, signIn, type WatchedPage } from '#tests/support/watched-page.ts';

/** Pages that need no session, and pages that the other journeys walk through. */
const OUTSIDE = ['/', '/set-up/[token]', '/sign-in', '/welcome/[token]', '/s/[token]', '/unsubscribe/[token]'];

let browser: Browser;
let product: BuiltProduct;
let client: MachineClient;
let seeded: Seeded;
/** One page for all of them, so that a browser that knows the scripts need not load them each time. */
let watched: WatchedPage;

beforeAll(async () => {
  [browser, product] = await Promise.all([launchChromium(), startBuiltProduct()]);
  client = await setUpByMachine(product, CAPABILITIES);
  seeded = await seedPlatform(client);
  watched = await openPage(browser, { theme: 'light', width: 1280 }, await signIn(browser, product));
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const routes = globSync('app/**/page.tsx')
  .map((path) => path.replace(/^app/, '').replace(/\/page\.tsx$/, '') || '/')
  .filter((route) => !OUTSIDE.includes(route))
  .sort();

/** The address of a page with something in it. */
function addressOf(route: string): string {
  const values: Record<string, string> = {
    platform: PLATFORM.key,
    capability: 'observability',
    key: 'observability',
    cycle: seeded.closed,
    assessment: seeded.assessment,
    id: seeded.assessment,
    metric: 'self-service-rate',
    improvement: seeded.improvement,
    campaign: seeded.campaign,
    source: seeded.source,
    tracker: seeded.tracker,
    kind: 'teams',
    period: seeded.period,
    round: seeded.round,
    rubric: 'cncf-platform@1.0.0',
    draft: seeded.draft,
  };
  return route.replace(/\[(\w+)\]/g, (part, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Say here what ${part} of ${route} may be.`);
    return value;
  });
}

test.each(routes)('%s is fit to be read in both themes, wide and narrow, and complains of nothing', async (route) => {
  const { page } = watched;
  const response = await page.goto(`${product.url}${addressOf(route)}`);
  expect(response?.status()).toBe(200);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(await inspectLooks(watched)).toEqual([]);
});

test('a page that does not exist says so and leads back', async () => {
  const response = await watched.page.goto(`${product.url}/p/${PLATFORM.key}/no-such-place`);
  expect(response?.status()).toBe(404);
  expect(await watched.page.getByRole('link').count()).toBeGreaterThan(0);
  // the browser itself notes that the page was not found
  const found = await inspectLooks(watched);
  expect(found.filter((finding) => !finding.includes('404'))).toEqual([]);
});
