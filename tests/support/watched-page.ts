import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltProduct } from './built-product.ts';
import { ADMINISTRATOR, PLATFORM } from './machine-client.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export type Look = { theme: 'light' | 'dark'; width: number };
/** In this order, so that each differs from the one before in one thing. */
const LOOKS: Look[] = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'dark', width: 360 },
  { theme: 'light', width: 360 },
];
const heightOf = ({ width }: Look) => (width < 600 ? 740 : 800);
export type Session = BrowserContextOptions['storageState'];

/** A page that remembers everything it ought not to have said: errors, broken requests and breaches of its own policy. */
export type WatchedPage = { page: Page; complaints: string[] };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

export async function openPage(browser: Browser, look: Look, session?: Session): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: heightOf(look) },
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    hasTouch: look.width < 600,
    ...(session ? { storageState: session } : {}),
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left while it prefetches drops what it no longer needs.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${reason}`);
  });
  const goto = page.goto.bind(page);
  page.goto = async (...where) => {
    const answer = await goto(...where);
    await whenAlive(page);
    return answer;
  };
  return { page, complaints };
}

const ALIVE_WITHIN_MS = 10_000;

/** Waits until the scripts of a page have taken hold of its buttons: a machine clicks sooner than any person could. */
export async function whenAlive(page: Page): Promise<void> {
  const isAlive = () => {
    const button = document.querySelector('button');
    const scripts = document.querySelector('script[src*="/_next/"]');
    return button === null || scripts === null || Object.keys(button).some((key) => key.startsWith('__reactProps'));
  };
  await page.waitForFunction(isAlive, undefined, { timeout: ALIVE_WITHIN_MS });
}

/** Signs the administrator in through the form and returns the session, for as many pages as a journey needs. */
export async function signIn(browser: Browser, product: BuiltProduct): Promise<Session> {
  const { page } = await openPage(browser, { theme: 'light', width: 1280 });
  await page.goto(`${product.url}/sign-in?next=/p/${PLATFORM.key}`);
  await page.getByLabel('E-mail').fill(ADMINISTRATOR.email);
  await page.getByLabel('Password').fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${product.url}/p/${PLATFORM.key}`);
  const session = await page.context().storageState();
  await page.context().close();
  return session;
}

/** The page as it stays: under its title, which follows a moment after a click, and drawn in the colours of its theme. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title !== '');
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Barriers to people with disabilities that are serious or worse. */
async function listBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`));
  }, TAGS);
}

/** What is wrong with the page as it stands: accessibility, width, and what it has complained about since the last look. */
export async function inspect({ page, complaints }: WatchedPage): Promise<string[]> {
  await settle(page);
  const barriers = await listBarriers(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const found = [...complaints.splice(0), ...barriers];
  return overflow > 0 ? [...found, `wider than the window by ${overflow} px`] : found;
}

/** The same in both themes, wide and narrow, without loading the page anew. */
export async function inspectLooks(watched: WatchedPage): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    await watched.page.emulateMedia({ colorScheme: look.theme });
    await watched.page.setViewportSize({ width: look.width, height: heightOf(look) });
    found.push(...(await inspect(watched)).map((finding) => `${look.width} px ${look.theme}: ${finding}`));
  }
  return found;
}
