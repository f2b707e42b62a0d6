// A what-if in a real browser: the product's own modules, served with their types taken off, and a base of the largest pack at
// every capability. What is timed is what the planner does after a click: assume, score what is touched, percent to target.
// The rival is the same browser scoring everything anew with the same functions.
import { gzipSync } from 'node:zlib';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import type { Assumption } from '#rubrics/scoring/assume-states.ts';
import { makeBase } from '#rubrics/scoring/make-base.ts';
import { scoreAssuming } from '#rubrics/scoring/score-assuming.ts';
import { openWhatIf } from '#rubrics/scoring/what-if.ts';
import { launchChromium } from '#tests/support/chromium.ts';
import { percentile } from '#tests/support/load.ts';
import { makeBundle } from './score/make-bundle.ts';
import { serveModules } from './what-if/serve-modules.ts';

const CASES = 400;

const rubric = loadRubric(`${packsFolder()}/cncf-platform`);
const loaded = loadBundle(makeBundle(rubric, 7, 5));
const base = makeBase(rubric, loaded);
const whatIf = openWhatIf(base);
const places = base.criteria.flatMap(({ id, copies }) =>
  (copies === null ? base.capabilities.map(({ key }) => key) : [null])
    .map((capability) => ({ criterion: id, capability }))
    .filter(whatIf.has),
);

/** From one toggle to every criterion of the platform at once, each case another set. */
const cases = Array.from({ length: CASES }, (_, i): Assumption[] => {
  const size = i % 4 === 3 ? Math.ceil((places.length * (i + 1)) / CASES) : 1 + (i % 40);
  return Array.from({ length: size }, (_, k) => places[(i * 37 + k) % places.length])
    .filter((place) => place !== undefined)
    .map((place, k) => ({ ...place, state: (i + k) % 3 === 0 ? 'not_met' : 'met' }));
});

const server = await serveModules(new URL('../..', import.meta.url).pathname);
const browser = await launchChromium();
const page = await browser.newPage();
await page.goto(server.url);
const measured = await page.evaluate(
  async ({ module, base: given, cases: sets }) => {
    const { openWhatIf: open } = await import(module);
    const opened = open(given);
    const ours: number[] = [];
    const rival: number[] = [];
    const values: (number | null)[] = [];
    for (const assumed of sets) {
      const start = performance.now();
      const then = opened.assume(assumed);
      const middle = performance.now();
      open(given);
      const end = performance.now();
      ours.push(middle - start);
      rival.push(end - middle);
      values.push(then.percentToTarget.value);
    }
    return { ours, rival, values };
  },
  { module: `${server.url}/rubrics/scoring/what-if.ts`, base, cases },
);
await browser.close();
await server.stop();

for (const [i, value] of measured.values.entries()) {
  const expected = scoreAssuming(rubric, loaded, cases[i] ?? []).percentToTarget.value;
  if (value !== expected) throw new Error(`What-if ${i}: the browser says ${value}, the engine ${expected}.`);
}

const text = JSON.stringify(base);
console.log(
  `${base.criteria.length} criteria × ${base.capabilities.length} capabilities = ${places.length} places; the base is ` +
    `${(text.length / 1000).toFixed(1)} kB, ${(gzipSync(text).length / 1000).toFixed(1)} kB sent; ${server.served.length} modules, ` +
    `no schema library; median ${percentile(measured.ours, 0.5).toFixed(3)} ms, worst ${Math.max(...measured.ours).toFixed(2)} ms`,
);
const ours = percentile(measured.ours, 0.95);
const rival = percentile(measured.rival, 0.95);
const figure = (line: object) => console.log(JSON.stringify(line));
figure({ name: 'what-if in Chromium, p95', unit: 'ms', ours, rival: null, ratio: ours, goal: '<= 16' });
figure({ name: 'what-if against scoring all anew, p95', unit: 'ms', ours, rival, ratio: ours / rival, goal: '<= 1' });
