// `score` against json-rules-engine and against a loop written by hand, on the same evidence, in one run, by CPU time.
// All three start from the same facts (statistics, intervals, ranks): the rivals are handed them, `score` keeps them with the
// loaded bundle. A second line gives the whole way from a loaded bundle whose evidence nobody has read yet.
import { type LoadedBundle, loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { loadRubric, packsFolder } from '#rubrics/load-packs.ts';
import { explain } from '#rubrics/scoring/explain.ts';
import { score } from '#rubrics/scoring/score.ts';
import type { Scorecard } from '#rubrics/scoring/scorecard.ts';
import { type Answer, layOut, runColumnar } from './score/columnar.ts';
import { factsFor } from './score/facts.ts';
import { makeBundle } from './score/make-bundle.ts';
import { makeEngine, namedFacts, runEngine } from './score/rules-engine.ts';

const BUNDLES = 1000;
/** loaded at once, so that memory stays small */
const BATCH = 50;
const ROUNDS = 5;
const SAMPLES_A_SERIES = 5;

const rubric = loadRubric(`${packsFolder()}/cncf-platform`);
const micros = { ours: 0, fresh: 0, engine: 0, columnar: 0, explain: 0 };
let explained = 0;

async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; cpu: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, cpu: user + system };
}

/** The three must agree on every criterion and every level before their times mean anything. */
function compare(card: Scorecard, met: Uint8Array, { criteria, levels }: Answer, loaded: LoadedBundle) {
  const { plan } = factsFor(rubric, loaded);
  for (const [c, cell] of card.cells.entries()) {
    if ((cell.level ?? 0) !== levels[c])
      throw new Error(`${cell.capability}/${cell.aspect}: ${cell.level}, by hand ${levels[c]}`);
    for (const [i, one] of cell.criteria.entries()) {
      const test = plan.cells[c]?.tests[i] ?? -1;
      const isMet = one.state === 'met' ? 1 : 0;
      const byHand = criteria[test] === 1 ? 1 : 0;
      if (isMet !== met[test] || isMet !== byHand)
        throw new Error(`${one.id} ${cell.capability}: ${one.state}, engine ${met[test]}, by hand ${byHand}`);
    }
  }
}

async function runBatch(first: number) {
  const loaded = Array.from({ length: BATCH }, (_, i) => loadBundle(makeBundle(rubric, first + i, SAMPLES_A_SERIES)));
  // nobody pays for the garbage of loading
  globalThis.gc?.();
  const fresh = await timed(() => loaded.map((one) => score(rubric, one)));
  micros.fresh += fresh.cpu;
  const prepared = loaded.map((one) => factsFor(rubric, one));
  const plan = prepared[0]?.plan;
  if (!plan) throw new Error('There is no bundle.');
  const layout = layOut(plan);
  const engine = makeEngine(plan);
  const named = prepared.map(({ facts }) => namedFacts(plan, facts));
  const byEngine = await timed(async () => {
    const all: Uint8Array[] = [];
    for (const facts of named) all.push(await runEngine(engine, facts, plan.tests.length));
    return all;
  });
  micros.engine += byEngine.cpu;
  for (let round = 0; round < ROUNDS; round++) {
    micros.ours += (await timed(() => loaded.map((one) => score(rubric, one)))).cpu / ROUNDS;
    micros.columnar += (await timed(() => prepared.map(({ facts }) => runColumnar(layout, facts)))).cpu / ROUNDS;
  }
  const answers = prepared.map(({ facts }) => runColumnar(layout, facts));
  for (const [i, card] of fresh.result.entries()) {
    const [met, answer, one] = [byEngine.result[i], answers[i], loaded[i]];
    if (met && answer && one) compare(card, met, answer, one);
  }
  const [one] = loaded;
  if (!one) return;
  micros.explain += (await timed(() => plan.cells.map((cell) => explain(rubric, one, cell)))).cpu;
  explained += plan.cells.length;
}

const figure = (
  name: string,
  goal: string,
  {
    ours,
    rival,
    ratio,
    unit = 'µs CPU a bundle',
  }: { ours: number; rival: number | null; ratio: number; unit?: string },
) => {
  const [sign, limit] = goal.split(' ');
  const ok = sign === '>=' ? ratio >= Number(limit) : ratio <= Number(limit);
  console.log(JSON.stringify({ name, unit, ours, rival, ratio, goal, ok }));
};

await runBatch(1_000_000); // warm-up, not counted
for (const key of ['ours', 'fresh', 'engine', 'columnar', 'explain'] as const) micros[key] = 0;
explained = 0;
for (let first = 0; first < BUNDLES; first += BATCH) await runBatch(first);

const ours = micros.ours / BUNDLES;
const engine = micros.engine / BUNDLES;
const columnar = micros.columnar / BUNDLES;
const fresh = micros.fresh / BUNDLES;
console.log(
  `${BUNDLES} bundles × ${rubric.aspects.length * rubric.pack.pack.capabilities.length} cells, ${rubric.criteria.length} criteria: the same decisions in all three.`,
);
figure('score, against json-rules-engine', '>= 40', { ours, rival: engine, ratio: engine / ours });
figure('score, against a columnar loop by hand', '<= 10', { ours, rival: columnar, ratio: ours / columnar });
console.log(
  `score with reading the evidence: ${fresh.toFixed(0)} µs CPU a bundle, json-rules-engine without reading it ${(engine / fresh).toFixed(1)}× as much.`,
);
const explainMs = micros.explain / explained / 1000;
figure('explain of a cell', '<= 1', { ours: explainMs, rival: null, ratio: explainMs, unit: 'ms CPU' });
