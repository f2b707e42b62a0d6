// A plan within a budget for 13 capabilities × 100 criteria: the whole way from a scored bundle to a described plan, by the
// time of the one core that it has. Beside it, in the same run, the solver on the same program as it stands, place by place and not folded, and the plan
// that a greedy search makes. Every plan is checked against the engine before its time counts.
import { keyOf } from '#rubrics/evidence/day-columns.ts';
import { loadBundle } from '#rubrics/evidence/load-bundle.ts';
import { appliesTo } from '#rubrics/scoring/applies-to.ts';
import { planProgram } from '#rubrics/scoring/plan-program.ts';
import { score } from '#rubrics/scoring/score.ts';
import { foldProgram, type Limits } from '#server/planning/fold-program.ts';
import { pickGreedily } from '#server/planning/pick-greedily.ts';
import { planWithin } from '#server/planning/plan-within.ts';
import { pricePlaces, toUnits } from '#server/planning/price-places.ts';
import { runSolver } from '#server/planning/run-solver.ts';
import { bareProgram } from './plan/bare-program.ts';
import { makeCase, makePlanRubric } from './plan/make-case.ts';

const BUDGETS = [50, 200, 600, 1500];
/** from a platform that has just begun to one that is nearly there: how much of everything is met */
const MET = [0, 0.3, 0.6];
const LIMIT_SECONDS = 20;

const rubric = makePlanRubric();
const times = { ours: [0], bare: [0] };
const gains = { ours: 0, greedy: 0 };

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function runCase(met: number, budget: number, counts: boolean): Promise<void> {
  const loaded = loadBundle(makeCase(rubric, met));
  const { capabilities } = loaded.bundle.settings;
  const scored = { rubric, loaded, scorecard: score(rubric, loaded) };
  const efforts = new Map(
    rubric.criteria.flatMap(({ source, ofPlatform, appliesTo: condition }) => {
      const where = ofPlatform ? [null] : capabilities.filter((one) => appliesTo(condition, one)).map(({ key }) => key);
      return where.map((capability) => [keyOf(source.id, capability), source.effort ?? null] as const);
    }),
  );
  const request = { budget, must: [], never: [], unestimated: 'median' as const, limitSeconds: LIMIT_SECONDS };
  const start = cpuMs();
  const plan = await planWithin(scored, efforts, request);
  const ours = cpuMs() - start;

  const program = planProgram(rubric, scored.scorecard, capabilities);
  const { costs } = pricePlaces(program, rubric, efforts, 'median');
  const limits: Limits = { budget: toUnits(budget), costs, must: [], never: [] };
  const folded = foldProgram(program, limits);
  const greedy = [...pickGreedily(folded)].reduce((sum, i) => sum + (folded.offers[i]?.rung.gain ?? 0), 0);
  const before = cpuMs();
  const bare = await runSolver({ ...bareProgram(program, limits), limitSeconds: LIMIT_SECONDS });
  const bareMs = cpuMs() - before;

  const { before: now, after } = plan.percentToTarget;
  const risen = (after.value ?? 0) - (now.value ?? 0);
  if (Math.abs(risen - plan.gain) > 1e-5) throw new Error(`promised ${plan.gain}, the engine says ${risen}`);
  if (!plan.isBest || plan.days > budget) throw new Error(`${plan.days} of ${budget} days, proven: ${plan.isBest}`);
  if (bare.isBest && Math.abs(bare.bound / program.whole - plan.gain) > 1e-5)
    throw new Error(`${plan.gain} gained, the bare model says ${bare.bound / program.whole}`);
  if (!counts) return;
  times.ours.push(ours);
  times.bare.push(bareMs);
  gains.ours += plan.gain;
  gains.greedy += greedy / program.whole;
  console.log(
    `${Math.round(met * 100)} % met, ${budget} days: ${program.places.length} places, ${program.rungs.length} levels; ${ours.toFixed(0)} ms, bare ${bareMs.toFixed(0)} ms; +${(plan.gain * 100).toFixed(1)} points, greedy +${((greedy / program.whole) * 100).toFixed(1)}`,
  );
}

const figure = (
  name: string,
  unit: string,
  given: { ours: number; rival: number | null; ratio: number; goal: string },
) => console.log(JSON.stringify({ name, unit, ...given }));

await runCase(0.5, 100, false); // loads the solver, not counted
for (const met of MET) for (const budget of BUDGETS) await runCase(met, budget, true);

const slowest = Math.max(...times.ours);
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
figure('plan within a budget, 13 × 100 criteria, slowest', 'ms CPU', {
  ours: slowest,
  rival: null,
  ratio: slowest,
  goal: '<= 1000',
});
figure('plan within a budget, against the program not folded', 'ms CPU', {
  ...{ ours: sum(times.ours), rival: sum(times.bare), ratio: sum(times.bare) / sum(times.ours), goal: '>= 1' },
});
figure('points gained, against a greedy plan', 'points', {
  ...{ ours: gains.ours * 100, rival: gains.greedy * 100, ratio: gains.ours / gains.greedy, goal: '>= 1' },
});
