import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type BuiltProduct, startBuiltProduct } from './built-product.ts';
import { launchChromium } from './chromium.ts';
import { type MachineClient, setUpByMachine } from './machine-client.ts';
import { type Look, openPage, type Session, signIn, type WatchedPage } from './watched-page.ts';

/** What a journey walks through: a product of its own that has been set up, a browser, and the administrator's session. */
export type Journey = {
  browser: Browser;
  product: BuiltProduct;
  client: MachineClient;
  /** a page of the administrator */
  open: (address: string, look?: Look) => Promise<WatchedPage>;
};

const WIDE: Look = { theme: 'light', width: 1280 };

/** Starts everything before the tests of a file and ends it after them; read what it returns inside a test. */
export function beginJourney(capabilities: string[]): () => Journey {
  let journey: Journey | undefined;
  beforeAll(async () => {
    const [browser, product] = await Promise.all([launchChromium(), startBuiltProduct()]);
    const client = await setUpByMachine(product, capabilities);
    const session: Session = await signIn(browser, product);
    const open = async (address: string, look = WIDE) => {
      const watched = await openPage(browser, look, session);
      await watched.page.goto(`${product.url}${address}`);
      return watched;
    };
    journey = { browser, product, client, open };
  });
  afterAll(async () => {
    await journey?.browser.close();
    await journey?.product.stop();
  });
  return () => {
    if (journey === undefined) throw new Error('The journey has not started yet.');
    return journey;
  };
}
