import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProduct, startBuiltProduct } from '#tests/support/built-product.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { ADMINISTRATOR, PLATFORM } from '#tests/support/machine-client.ts';
import { inspect, openPage } from '#tests/support/watched-page.ts';

let browser: Browser;
let product: BuiltProduct;

beforeAll(async () => {
  [browser, product] = await Promise.all([launchChromium(), startBuiltProduct()]);
});
afterAll(async () => {
  await browser.close();
  const { code, milliseconds } = await product.stop();
  expect(code).toBe(0);
  expect(milliseconds).toBeLessThan(10_000);
});

test('a newcomer sets up a platform from the printed link, by keyboard, and lands on its first step', async () => {
  const watched = await openPage(browser, { theme: 'light', width: 1280 });
  const { page } = watched;
  await page.goto(product.setUpLink);
  expect(await inspect(watched)).toEqual([]);
  await page.getByLabel('Your name').focus();
  await page.keyboard.type(ADMINISTRATOR.name);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMINISTRATOR.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMINISTRATOR.password);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PLATFORM.name);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${product.url}/p/payments-platform/start/capabilities`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: `Switch platform: ${PLATFORM.name}` }).waitFor();
  expect(await inspect(watched)).toEqual([]);
  await page.context().close();
});

test('the link works once', async () => {
  const watched = await openPage(browser, { theme: 'dark', width: 360 });
  await watched.page.goto(product.setUpLink);
  await watched.page.getByText('It has been used').waitFor();
  expect(await watched.page.getByLabel('Password').count()).toBe(0);
  expect(await inspect(watched)).toEqual([]);
  await watched.page.context().close();
});

test('a page without a session leads to sign-in and back to where one wanted to go', async () => {
  const watched = await openPage(browser, { theme: 'light', width: 360 });
  const { page } = watched;
  await page.goto(`${product.url}/p/payments-platform/settings`);
  await page.waitForURL(/\/sign-in/);
  expect(await inspect(watched)).toEqual([]);
  await page.getByLabel('E-mail').fill(ADMINISTRATOR.email);
  await page.getByLabel('Password').fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${product.url}/p/payments-platform/settings`);
  await page.context().close();
});

test('a wrong password is refused in words that name neither part', async () => {
  const watched = await openPage(browser, { theme: 'light', width: 1280 });
  const { page } = watched;
  await page.goto(`${product.url}/sign-in`);
  await page.getByLabel('E-mail').fill(ADMINISTRATOR.email);
  await page.getByLabel('Password').fill('not this one, surely');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').waitFor();
  expect(page.url()).toContain('/sign-in');
  await page.context().close();
});
