import { startBuiltProduct } from '#tests/support/built-product.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { percentile } from '#tests/support/load.ts';
import { PLATFORM, setUpByMachine } from '#tests/support/machine-client.ts';
import { CAPABILITIES, seedPlatform } from '#tests/support/seed-platform.ts';
import { openPage, signIn } from '#tests/support/watched-page.ts';

/**
 * The planner as a person uses it, in Chromium with every capability offered: from the click that takes a level as reached to
 * the frame in which the heat map and the percentage of the target show it. Each click is on top of all before it.
 */
const [browser, product] = await Promise.all([launchChromium(), startBuiltProduct()]);
try {
  await seedPlatform(await setUpByMachine(product, CAPABILITIES));
  const { page } = await openPage(browser, { theme: 'light', width: 1280 }, await signIn(browser, product));
  await page.goto(`${product.url}/p/${PLATFORM.key}/backlog/planner`);
  const cells = page.getByRole('grid').getByRole('button');
  await cells.first().waitFor();
  const times: number[] = [];
  for (let index = 0; index < (await cells.count()); index++) {
    await cells.nth(index).click();
    const reach = page.getByRole('button', { name: /^Take level \d as reached$/ }).first();
    if ((await reach.count()) > 0) times.push(await reach.evaluate(untilPainted));
    await page.keyboard.press('Escape');
  }
  const ours = percentile(times, 0.95);
  console.log(
    `${times.length} clicks, median ${percentile(times, 0.5).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`,
  );
  console.log(
    JSON.stringify({
      ...{ name: 'planner in Chromium, from click to paint, p95', unit: 'ms', ours, rival: null },
      ...{ ratio: ours, goal: '<= 100' },
    }),
  );
} finally {
  await browser.close();
  await product.stop();
}

/** In the browser: clicks, and waits until the page says something else and that frame is drawn. */
async function untilPainted(button: HTMLElement | SVGElement): Promise<number> {
  const shown = () => document.querySelector('main')?.textContent;
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  const before = shown();
  const startedAt = performance.now();
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  do await frame();
  while (shown() === before && performance.now() - startedAt < 5_000);
  const { port1, port2 } = new MessageChannel();
  const painted = new Promise((done) => port1.addEventListener('message', done));
  port1.start();
  port2.postMessage(null);
  await painted;
  return performance.now() - startedAt;
}
